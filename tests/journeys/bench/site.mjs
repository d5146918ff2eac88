// A site on this machine, as most static hosts serve it: what they know is compressed, what they do not know (the parts of
// an edition) is sent as it lies there, and 404.html for what is no file. The two headers of isolation are there because
// a browser tells only an isolated page how much memory it holds.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const COMPRESSED = new Set([".html", ".js", ".css", ".wasm", ".svg"]);
const ISOLATED = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

export async function serve(folder) {
  const known = new Map();
  let sent = 0;
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, "http://site").pathname);
    if (!known.has(path)) known.set(path, answer(folder, path));
    const { status, headers, body } = await known.get(path);
    response.writeHead(status, headers);
    sent += body.length;
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    /** Bytes that were sent, without headers; workers of a page ask unseen by its own tools. */
    sent: () => sent,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** What is sent for a path. Made once: compressing is not what is measured. */
async function answer(folder, path) {
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  const found = await readFile(file).catch(() => null);
  const ending = found ? extname(file) : ".html";
  const plain = found ?? (await readFile(join(folder, "404.html")));
  const body = COMPRESSED.has(ending) ? brotliCompressSync(plain) : plain;
  const headers = { ...ISOLATED, "content-type": TYPES[ending] ?? "application/octet-stream", "content-length": body.length };
  if (body !== plain) headers["content-encoding"] = "br";
  return { status: found ? 200 : 404, headers, body };
}
