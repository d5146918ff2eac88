// What building takes: seconds of the wall and of processors, and the most memory held, beside a mere parse of the same
// files. Read from /proc while a program runs, so Linux only.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, inflateRawSync } from "node:zlib";
import { KB, MB, least, median, most, ratios, spread, told } from "./figures.mjs";

/** Ticks of the processor's clock in /proc, a hundred a second on every Linux. */
const TICKS = 100;
const ROUNDS = 5;

/** Runs a program to its end. */
async function took(program, words) {
  const began = performance.now();
  const child = spawn(program, words, { stdio: "ignore" });
  let [processor, memory] = [0, 0];
  const look = setInterval(() => {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      processor = (Number(fields[11]) + Number(fields[12])) / TICKS;
      const held = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      memory = Math.max(memory, Number(held?.[1] ?? 0) * KB);
    } catch {
      // It has ended between two looks.
    }
  }, 5);
  const code = await new Promise((ended, failed) => child.on("exit", ended).on("error", failed));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}`);
  return { wall: (performance.now() - began) / 1000, processor, memory };
}

/** Bytes of the files with an ending below a folder. */
function bytes(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}

const build = (letterbook, source, site) => took(letterbook, ["build", source, "-o", site, "--quiet"]);

/** Builds an edition that is only read, not measured. */
export async function built(letterbook, source, site) {
  await build(letterbook, source, site);
  return site;
}

/** Builds an edition several times, each beside a parse of the same files. */
export async function measured({ letterbook, parse, name, source, site, longest }) {
  const tei = bytes(source, ".xml");
  const [runs, parses, copies] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    parses.push(await took(parse, [source]));
    // A place that is free: to take away what is there is another thing, and takes as long as a host's disk wants.
    rmSync(site, { recursive: true, force: true });
    runs.push(await build(letterbook, source, site));
    const copy = `${site}-copy`;
    copies.push(await took("cp", ["-r", site, copy]));
    rmSync(copy, { recursive: true });
  }
  const of = (all, what) => all.map((run) => run[what]);
  const speeds = of(runs, "processor").map((seconds) => tei / MB / seconds);
  least(`${name}: TEI a second and processor`, median(speeds), " MB", 25, `${spread(speeds, 1)}, of ${(tei / MB).toFixed(1)} MB`, 1);
  const times = ratios(of(runs, "processor"), of(parses, "processor"));
  told(`${name}: processor time of the build to that of a parse`, `${median(times).toFixed(1)}, ${spread(times, 1)}`);
  const writing = ratios(of(copies, "processor"), of(runs, "processor"));
  told(`${name}: of that, to write a file and a folder for each page (\`cp -r\` of the site)`, `${median(writing).toFixed(2)}, ${spread(writing, 2)}`);
  const walls = of(runs, "wall");
  if (longest) most(`${name}: wall time of the build`, median(walls), " s", longest, spread(walls, 1), 1);
  else told(`${name}: wall time of the build`, `${median(walls).toFixed(1)} s, ${spread(walls, 1)}`);
  const memory = median(of(runs, "memory"));
  told(`${name}: most memory of the build`, `${(memory / MB).toFixed(0)} MB, ${(memory / tei).toFixed(1)} times the TEI; a parse ${(median(of(parses, "memory")) / MB).toFixed(0)} MB`);
  return site;
}

/** What the list of all letters weighs. */
export function catalogue(site, limit) {
  const data = join(site, "data");
  const sent = readFileSync(join(data, readdirSync(data).find((name) => name.startsWith("catalogue-"))));
  const plain = inflateRawSync(sent);
  most("catalogue of 10,000 letters, as sent", sent.length / KB, " KB", limit, `${(plain.length / KB).toFixed(0)} KB unpacked`, 1);
  most("catalogue of 10,000 letters, as brotli", brotliCompressSync(plain).length / KB, " KB", limit, "", 1);
}
