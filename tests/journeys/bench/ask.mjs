// An engine asked in a browser.
import { serve } from "./site.mjs";
import { NETWORK } from "./slow.mjs";

/** A page of an engine, before it has begun; `slow` as over a slow 4G line. */
export async function opened(browser, engine, slow) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  await session.send("Network.enable");
  await tab.goto(`${engine.address}/engine.html`);
  await tab.waitForFunction(() => window.engine);
  if (slow) await session.send("Network.emulateNetworkConditions", NETWORK);
  await tab.waitForTimeout(300);
  const before = engine.sent();
  return { tab, session, close: () => context.close(), bytes: async () => (await tab.waitForTimeout(300), engine.sent() - before) };
}
/** Asks the engine of a page. */
export const ask = (tab, kind, query) => tab.evaluate(async ([kind, query]) => {
  const start = performance.now();
  const answer = await window.engine.search(query, kind);
  return { ...answer, time: performance.now() - start };
}, [kind, query]);

/** Bytes until the letters that a query finds first stand with the pieces that show why; each of them has one. */
export async function withPieces(browser, engine, query) {
  const { tab, close, bytes } = await opened(browser, engine);
  const { ids } = await ask(tab, ...query);
  const best = ids.slice(0, 10);
  const shown = await tab.evaluate((best) => window.engine.pieces(best), best);
  if (shown !== best.length) throw new Error(`${shown} of ${best.length} letters have a piece`);
  const all = await bytes();
  await close();
  return all;
}

/** The number that 95 of 100 are not above. */
export const late = (numbers) => [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length * 0.95)];

/** Each engine with its site served; what closes all. */
export async function served(engines) {
  const servers = [];
  for (const engine of engines) {
    const server = await serve(engine.place);
    servers.push(server);
    engine.address = server.address;
    engine.sent = server.sent;
  }
  return () => servers.forEach((server) => server.close());
}
