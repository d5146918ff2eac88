// The edition on a host of its own, for journeys on which the host changes, breaks off or is gone. A browser that is told to
// be offline asks it all the same from the second page on, where a worker of the page does the asking.
import { test } from "@playwright/test";
import { cpSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

const KINDS: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** Serves a copy of the edition, or of another folder, below a path: `folder` can be changed, and `state.broken` says at which
 * paths it breaks off. */
export async function host(edition = process.env.EDITION_FOLDER!, below = "") {
  const folder = test.info().outputPath("edition");
  cpSync(edition, join(folder, below), { recursive: true });
  const state = { broken: (_: string) => false, instead: (_: string): string | undefined => undefined };
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url!, "http://localhost").pathname;
    asked.push(path);
    if (state.broken(path)) return void request.socket.destroy();
    const other = state.instead(path);
    if (other !== undefined) {
      response.setHeader("content-type", KINDS[".html"]);
      return void response.end(other);
    }
    try {
      const bytes = readFileSync(join(folder, path, path.endsWith("/") ? "index.html" : ""));
      response.setHeader("content-type", KINDS[extname(path) || ".html"] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { folder, state, asked, server, site: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
