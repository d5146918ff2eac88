// One visit of one page, in a context of its own: nothing is left from the visit before.

/** Put into the page before its own scripts: tasks that are long, and when something stood. */
function watch(wanted) {
  window.tasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.tasks.push({ start: entry.startTime, length: entry.duration });
  }).observe({ type: "longtask", buffered: true });
  window.stood = {};
  const look = () => {
    for (const [name, selector] of Object.entries(wanted)) {
      if (name in window.stood || !document.querySelector(selector)) continue;
      // What is there when a frame begins stands when the next one does.
      requestAnimationFrame((now) => (window.stood[name] ??= now));
    }
    if (Object.keys(window.stood).length < Object.keys(wanted).length) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Opens a page and waits until all that is wanted stands; `wanted` are selectors by name. */
export async function visit(browser, address, wanted, slowdown = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  const devtools = await context.newCDPSession(page);
  const slow = (rate) => devtools.send("Emulation.setCPUThrottlingRate", { rate });
  if (slowdown > 1) await slow(slowdown);
  await page.addInitScript(watch, wanted);
  await page.goto(address);
  await page.waitForFunction((names) => names.every((name) => name in window.stood), Object.keys(wanted));
  // Long tasks are told a little later than they end.
  await page.waitForTimeout(200);
  return { page, devtools, slow, close: () => context.close(), ...(await page.evaluate(facts)) };
}

/** What a page says of itself. */
function facts() {
  const requests = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const [longest, bytes, plain] = [{}, {}, {}];
  for (const [name, until] of Object.entries(window.stood)) {
    longest[name] = Math.max(0, ...window.tasks.filter((task) => task.start < until).map((task) => task.length));
    // With headers; of a file that was asked for and is still on its way all of it.
    const asked = requests.filter((request) => request.startTime < until);
    bytes[name] = asked.reduce((sum, request) => sum + request.transferSize, 0);
    plain[name] = asked.reduce((sum, request) => sum + request.decodedBodySize, 0);
  }
  const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
  return { stood: window.stood, longest, bytes, plain, paint };
}
