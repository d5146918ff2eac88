// How the program of the page begins.
let wasm, $coming;
async function $load(file, brought) {
  if (!(file instanceof Response)) return WebAssembly.instantiate(file, brought);
  if (!file.ok) throw new Error(`${file.url}: ${file.status}`);
  // A server that does not know what it sends is believed by nobody but us.
  if (file.headers.get("content-type") === "application/wasm") return WebAssembly.instantiateStreaming(file, brought);
  return WebAssembly.instantiate(await file.arrayBuffer(), brought);
}
async function $begin(from) {
  const file = from.module_or_path ?? fetch(new URL("PROGRAM_bg.wasm", import.meta.url));
  const { instance } = await $load(await file, $bring());
  wasm = instance.exports;
  wasm.START();
}
export default (from) => ($coming ??= $begin(from).catch((error) => {
  $coming = undefined;
  throw error;
}));
