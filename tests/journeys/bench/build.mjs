// Runs a program and says what it took: seconds of the wall, of processors, and the most memory it held. Read from
// /proc while it runs, so Linux only.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Ticks of the processor's clock in /proc, a hundred a second on every Linux. */
const TICKS = 100;

export async function took(program, words) {
  const began = performance.now();
  const child = spawn(program, words, { stdio: "ignore" });
  let [processor, memory] = [0, 0];
  const look = setInterval(() => {
    try {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ");
      processor = (Number(fields[11]) + Number(fields[12])) / TICKS;
      memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
    } catch {
      // It has ended between two looks.
    }
  }, 5);
  const code = await new Promise((ended) => child.on("exit", ended));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}`);
  return { wall: (performance.now() - began) / 1000, processor, memory };
}

/** Bytes of the files with an ending below a folder. */
export function bytes(folder, ending) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
}
