// Keeps what was read, so that it can be read again without a network. With a network, what it has comes first: nothing
// that is kept stands in the way of a newer edition.

const KEPT = "letterbook";

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

/** Keeps an answer. Where storage is refused or full, reading goes on without. */
async function keep(request, answer) {
  try {
    const kept = await caches.open(KEPT);
    await kept.put(request, answer);
  } catch (error) {
    console.info("not kept:", error);
  }
}

/** What was kept of an address, while it was read or with the whole edition; a page is the same whatever stands in its
 * query. */
const kept = (request) => caches.match(request, { ignoreSearch: true, ignoreVary: true });

/** Whether an answer is a page: a network that wants to be paid, or a host that has something to say, answers everything with
 * one. */
async function isPage(answer) {
  const head = await (await answer.clone().blob()).slice(0, 200).text();
  return /^\s*<(!doctype|html)/i.test(head);
}

/** The parts that each page was given. What it asks for once more was no good: it is not taken from what is kept. */
const given = new Map();
function isAskedAgain({ clientId, request }) {
  if (given.size > 50) given.clear();
  const parts = given.get(clientId) ?? new Set();
  given.set(clientId, parts);
  return parts.size === parts.add(request.url).size;
}

async function answer(event) {
  const { request } = event;
  const isPart = request.url.startsWith(new URL("data/", registration.scope));
  // The name of a part carries its checksum: it never changes.
  if (isPart && !isAskedAgain(event)) {
    const part = await kept(request);
    if (part && !(await isPage(part))) return part;
  }
  try {
    const fresh = await fetch(isPart ? new Request(request, { cache: "no-cache" }) : request);
    const good = fresh.ok && !(isPart && (await isPage(fresh)));
    if (good) event.waitUntil(keep(request, fresh.clone()));
    return fresh;
  } catch (error) {
    const page = await kept(request);
    if (page) return page;
    throw error;
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  // What is not to be stored is for `keep.js`, which stores it itself.
  const read = request.method === "GET" && request.cache !== "no-store" && !request.headers.has("range");
  const ours = read && request.url.startsWith(registration.scope);
  // `/-/` is where `letterbook serve` tells of its builds.
  if (ours && !new URL(request.url).pathname.startsWith("/-/")) event.respondWith(answer(event));
});
