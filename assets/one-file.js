// An edition in one file: its pages and its program are in the file itself, compressed.

const INSIDE = (() => {
  // As in `src/pages/one_file/text.rs`.
  const PARTS = ".letter__text, .notes, .commentary__text";
  const ASIDE = ".permalink, .visually-hidden, .notes__back, .notes__hide, .notes__page, .tei-pb, h2, h3";
  const first = document.getElementById("app");

  /** The nodes that hold the text of a letter, in order. */
  function* texts(root) {
    for (const part of root.querySelectorAll(PARTS)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        if (!walker.currentNode.parentElement.closest(ASIDE)) yield walker.currentNode;
      }
    }
  }

  const whole = (root) => Array.from(texts(root), (node) => node.data).join("");
  // The page that is here from the beginning may hold the only letter; it is replaced by others later.
  const only = whole(first);

  function unpacked(block) {
    const packed = atob(block.textContent);
    const bytes = new Uint8Array(packed.length);
    for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  }

  async function file(name) {
    const block = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
    if (!block) throw new Error(`${name} is not in this file`);
    return new Uint8Array(await unpacked(block).arrayBuffer());
  }

  /** The page at a path: blocks are in the order of their first pages. */
  async function stored(path) {
    const blocks = [...document.querySelectorAll("script[data-pages]")];
    const block = blocks.findLast((block) => block.dataset.pages <= path);
    const pages = block ? (await unpacked(block).text()).split("\x1e").map((page) => page.split("\x1f")) : [];
    return pages.find(([name]) => name === path);
  }

  // What several pages have in common.
  let shared;
  const pieces = async () => new TextDecoder().decode(await file("shared")).split("\x1e");

  async function page(address) {
    const [path] = address.slice(address.indexOf("#") + 1).split(/[?#]/);
    const [, letter, short] = (await stored(path)) ?? (await stored("404/"));
    const all = await (shared ??= pieces());
    const html = short.replace(/\x1d(\d+);/g, (_, number) => all[number]);
    const shown = new DOMParser().parseFromString(html, "text/html");
    if (letter) {
      const article = document.getElementById(letter);
      const text = article ? whole(article) : only;
      let at = 0;
      // Taken before the first is filled: what is filled in is looked at no more.
      for (const node of [...texts(shown)]) {
        node.data = node.data.replace(/\x01(\d+)/g, (_, length) => text.slice(at, (at += Number(length))));
      }
    }
    return shown;
  }

  async function script(name) {
    const address = URL.createObjectURL(new Blob([await file(`${name}.js`)], { type: "text/javascript" }));
    const module = await import(address);
    URL.revokeObjectURL(address);
    return module;
  }

  /** Where the program does not run, the letters are read one below the other. */
  function failed() {
    delete document.documentElement.dataset.scripts;
  }

  return { file, page, script, failed };
})();

