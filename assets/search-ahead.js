// What a first search asks for, known before the program is there that asks for it.

/** So many words are looked at. */
const MOST = 4;

/** Text as the index has it, as far as that is told without the program. */
export function folded(text) {
  const plain = text.normalize("NFD").toLowerCase().replace(/\p{M}/gu, "");
  return plain.replace(/ß/g, "ss").replace(/ſ/g, "s").replace(/æ/g, "ae").replace(/œ/g, "oe");
}

/** The words of a query. */
function words(query) {
  const spelt = folded(query.replace(/\b\p{L}+:\S*|(^|\s)-\S+/gu, " "));
  return (spelt.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST);
}

/** Most letters that stand in one leaf: `crates/index/src/lines.rs`. */
const ONE_LEAF = 1000;

/** The leaf of the letters, where there is but one, and the files of terms in which the words of a query stand, by the root of the
 * index: as `crates/search/src/index.rs` reads it. A word that the index spells otherwise is looked for in vain, and asked for
 * again by the program. */
export function files(root, query, language) {
  const wanted = words(query);
  let at = 0;
  const number = () => {
    let [sum, by] = [0, 1];
    for (;;) {
      const byte = root[at];
      at += 1;
      sum += (byte & 127) * by;
      if (!(byte > 127)) return sum;
      by *= 128;
    }
  };
  number();
  const id = [...root.subarray(at, at + 4)].reverse().map((byte) => byte.toString(16).padStart(2, "0")).join("");
  at += 4;
  const documents = number();
  at += documents;
  const firsts = [];
  let first = [];
  for (let left = number(); left > 0 && at < root.length; left -= 1) {
    const [common, length] = [number(), number()];
    first = [...first.slice(0, common), ...root.subarray(at, at + length)];
    at += length;
    number();
    firsts.push(new TextDecoder().decode(new Uint8Array(first)));
  }
  const shards = wanted.map((word) => firsts.findLastIndex((first) => first <= word)).filter((shard) => shard >= 0);
  const leaf = documents > ONE_LEAF ? [] : [`f${language}-0`];
  return [...leaf, ...new Set(shards.map((shard) => `t${shard}`))].map((file) => `data/find-${id}-${file}`);
}
