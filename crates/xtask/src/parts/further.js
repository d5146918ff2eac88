// How a part of the program begins that is no page's own: beside that of the page, with its memory and what it gives.
let $page, wasm, $coming;
async function $begin(from) {
  const file = from.module_or_path ?? fetch(new URL("PROGRAM_bg.wasm", import.meta.url));
  let code;
  [$page, code] = await Promise.all([from.page, file]);
  const { instance } = await $page.$load(code, { ...$bring(), page: $page.wasm });
  wasm = { ...$page.wasm, ...instance.exports };
}
export default (from) => ($coming ??= $begin(from).catch((error) => {
  $coming = undefined;
  throw error;
}));
