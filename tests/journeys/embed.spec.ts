// An edition in the pages of others: as an element, in a frame, and the dialog that says how.
import { expect, test, type Page } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const EDITION = process.env.EDITION_URL ?? "http://127.0.0.1:8781";

/** A page of a course on another host, with styles, keys and globals of its own. */
async function course(body: string): Promise<{ server: Server; address: string }> {
  const page = `<!DOCTYPE html><html lang="en"><head><title>A course</title>
    <style>p, li { color: rgb(1, 2, 3) !important; font-size: 40px } a { background: lime } iframe { border: 9px solid red }</style>
    <script>
      globalThis.heard = [];
      globalThis.keys = 0;
      addEventListener("keydown", () => { keys += 1; });
      for (const name of ["letterbook:height", "letterbook:navigate"]) {
        addEventListener(name, (event) => heard.push([name, event.target.id, event.detail]));
      }
      addEventListener("message", (event) => heard.push(["message", event.data]));
      globalThis.before = Object.keys(globalThis);
    </script></head><body><p id="p1">The course's own words.</p>${body}</body></html>`;
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

const SCRIPT = `<script src="${EDITION}/embed.js" defer></script>`;

/** The frame inside of an element, once it answers. */
async function inside(page: Page, id: string) {
  const frame = await (await page.locator(`#${id} iframe`).elementHandle())!.contentFrame();
  await frame!.locator("html[data-ready]").waitFor({ timeout: 20_000 });
  return frame!;
}

const heard = (page: Page) => page.evaluate(() => (globalThis as any).heard as [string, string, any][]);

test("three elements stand beside each other, and leave the page as it is", async ({ page }) => {
  const { server, address } = await course(
    `${SCRIPT}<letterbook-viewer id="a" letter="ferry"></letterbook-viewer>
     <letterbook-viewer id="b" view="timeline" height="420px"></letterbook-viewer>
     <letterbook-viewer id="c" view="persons"></letterbook-viewer>`,
  );
  await page.goto(address);
  const [a, b, c] = [await inside(page, "a"), await inside(page, "b"), await inside(page, "c")];
  await expect(a.locator(".letter__text")).toContainText("ferry");
  await expect(b.locator("main h1")).toContainText("Timeline");
  await expect(c.locator("#look-up")).toBeVisible();
  // No style of the page around.
  expect(await a.locator(".tei-p").first().evaluate((p) => getComputedStyle(p).color)).not.toBe("rgb(1, 2, 3)");
  expect(await page.locator("#a iframe").evaluate((frame) => getComputedStyle(frame).borderTopWidth)).toBe("0px");
  // Each has a state of its own.
  await c.locator("#look-up").fill("brook");
  await expect(c.locator(".register__row:not(.register__see)")).toHaveCount(1);
  await a.locator(".noteref").first().hover();
  await expect(a.locator(".popover:popover-open")).toBeVisible();
  await page.mouse.move(2, 2);
  const steps = await page.evaluate(() => history.length);
  await a.getByRole("link", { name: "The Mill" }).first().click();
  await expect(a.locator("main h1")).toContainText("The Mill");
  await expect(b.locator("main h1")).toContainText("Timeline");
  await a.locator(".frame__back a").click();
  await expect(a.locator(".letter__text")).toContainText("ferry");
  await expect(a.locator(".frame__back")).toHaveCount(0);
  // The page around: its address, its history, its names, its keys.
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  expect(
    await page.evaluate(() => Object.keys(globalThis).filter((name) => !(globalThis as any).before.includes(name))),
  ).toEqual(["before"]);
  await page.locator("#p1").click();
  await page.keyboard.press("x");
  expect(await page.evaluate(() => (globalThis as any).keys)).toBe(1);
  expect((await heard(page)).filter(([name]) => name === "message")).toEqual([]);
  server.close();
});

test("an element is as high as what it shows, and says where the reader is", async ({ page }) => {
  const { server, address } = await course(
    `${SCRIPT}<letterbook-viewer id="a" letter="ferry"></letterbook-viewer>
     <letterbook-viewer id="b" letter="wheel" height="300px"></letterbook-viewer>`,
  );
  await page.goto(address);
  const a = await inside(page, "a");
  await inside(page, "b");
  const overhang = () => a.evaluate(() => document.body.scrollHeight - innerHeight);
  await expect.poll(overhang).toBeLessThanOrEqual(0);
  expect(await page.locator("#b iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBe(300);
  await a.getByRole("link", { name: "The Mill" }).first().click();
  await expect
    .poll(async () => (await heard(page)).filter(([name, id]) => name === "letterbook:navigate" && id === "a").at(-1)?.[2])
    .toMatchObject({ address: `${EDITION}/places/mill/`, title: expect.stringContaining("The Mill") });
  await expect(a.locator(".shell__footer--frame a")).toHaveAttribute("href", `${EDITION}/places/mill/`);
  await expect.poll(overhang).toBeLessThanOrEqual(0);
  // Another letter, another view.
  await page.locator("#a").evaluate((element) => element.setAttribute("letter", "signs"));
  await expect.poll(async () => (await inside(page, "a")).locator("h1").textContent()).toContain("Carl Dorn to Ada Brook");
  server.close();
});

test("a frame says its height in the words of course systems, and stores nothing", async ({ page, context }) => {
  const { server, address } = await course(
    `<iframe id="f" src="${EDITION}/embed/letters/ferry/" width="100%" height="300" sandbox="allow-scripts"></iframe>`,
  );
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  const frame = await (await page.locator("#f").elementHandle())!.contentFrame();
  await expect(frame!.locator(".letter__text")).toContainText("ferry");
  await expect
    .poll(async () => (await heard(page)).map(([, data]) => data as any))
    .toEqual(
      expect.arrayContaining([
        expect.objectContaining({ subject: "lti.frameResize", height: expect.any(Number) }),
        expect.objectContaining({ type: "letterbook:height", height: expect.any(Number) }),
      ]),
    );
  expect(await context.cookies()).toEqual([]);
  expect(complaints).toEqual([]);
  server.close();
});

test("a letter in the page itself, for tools that annotate it", async ({ page }) => {
  const { server, address } = await course(
    `${SCRIPT}<letterbook-viewer id="a" letter="ferry" dom="light"></letterbook-viewer>`,
  );
  await page.goto(address);
  await expect(page.locator("#a .letter__text")).toContainText("ferry");
  // Its places are named apart from those of the page.
  expect(await page.locator("#p1").count()).toBe(1);
  const call = page.locator("#a .noteref").first();
  const target = (await call.getAttribute("href"))!.slice(1);
  expect(await page.locator(`[id="${target}"]`).count()).toBe(1);
  const away = await page.locator("#a a.name").first().getAttribute("href");
  expect(away).toMatch(new RegExp(`^${EDITION}/`));
  server.close();
});

test("with scripts off a frame shows the letter, and leads to the edition", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${EDITION}/embed/letters/ferry/`);
  await expect(page.locator(".letter__text")).toContainText("ferry");
  await expect(page.locator(".shell__nav")).toHaveCount(0);
  await page.locator(".letter-head").getByRole("link", { name: "The Mill" }).click();
  await expect(page).toHaveURL(`${EDITION}/places/mill/`);
  await context.close();
});

test("the dialog gives a link, a frame and an element, and each shows the letter", async ({ page }) => {
  await page.goto(`${EDITION}/letters/ferry/`);
  await page.locator("html[data-ready]").waitFor();
  await page.getByRole("button", { name: "Share" }).click();
  const dialog = page.getByRole("dialog", { name: "Share and embed" });
  await expect(dialog).toBeVisible();
  const [link, frame, element] = await dialog.locator("textarea").evaluateAll((fields) =>
    fields.map((field) => (field as HTMLTextAreaElement).value),
  );
  expect(link).toBe(`${EDITION}/letters/ferry/`);
  await expect(dialog.frameLocator("iframe").locator(".letter__text")).toContainText("ferry");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
  const { server, address } = await course(frame! + element!);
  await page.goto(address);
  await expect(page.frameLocator("body > iframe").locator(".letter__text")).toContainText("ferry");
  await expect(page.locator("letterbook-viewer").frameLocator("iframe").locator(".letter__text")).toContainText("ferry");
  server.close();
});

test.describe("in a browser that wants German", () => {
  test.use({ locale: "de-DE" });

  test("a frame has the language that its page asks for, else that of the edition", async ({ page, baseURL }) => {
    const viewer = (id: string, lang: string) => `<letterbook-viewer id="${id}" view="persons" ${lang}></letterbook-viewer>`;
    const { server, address } = await course(
      `<script src="${baseURL}/embed.js" defer></script>${viewer("unsaid", "")}${viewer("own", 'lang="en"')}
       ${viewer("other", 'lang="ru"')}${viewer("none", 'lang="fr"')}`,
    );
    await page.goto(address);
    for (const [id, lang] of [["unsaid", "en"], ["own", "en"], ["other", "ru"], ["none", "en"]]) {
      await expect.poll(async () => (await inside(page, id)).locator("html").getAttribute("lang"), id).toBe(lang);
      const frame = await inside(page, id);
      await expect(frame.locator("#look-up")).toBeVisible();
      await expect(frame.locator(".frame__back")).toHaveCount(0);
    }
    server.close();
  });

  test("so has the text in the page itself", async ({ page, baseURL }) => {
    const letter = "joffe-1921-03-17";
    const { server, address } = await course(
      `<script src="${baseURL}/embed.js" defer></script>
       <letterbook-viewer id="own" letter="${letter}" lang="en" dom="light"></letterbook-viewer>
       <letterbook-viewer id="other" letter="${letter}" lang="de" dom="light"></letterbook-viewer>`,
    );
    await page.goto(address);
    await expect(page.locator("#own h1")).toContainText(" to ");
    await expect(page.locator("#other h1")).toContainText(" an ");
    server.close();
  });
});

test("what an author writes wrongly is shown as well as can be, and said", async ({ page }) => {
  const { server, address } = await course(
    `${SCRIPT}<letterbook-viewer id="a" letter="ferry" height="300"></letterbook-viewer>
     <letterbook-viewer id="b" letter="no-such-letter" lang="de"></letterbook-viewer>
     <letterbook-viewer id="c" view="zeitleiste"></letterbook-viewer>
     <letterbook-viewer id="d" letter="ferry" dom="light"></letterbook-viewer>`,
  );
  // The host of the edition lets nobody else read its pages.
  await page.route(`${EDITION}/letters/**`, (route) => route.abort());
  await page.goto(address);
  await inside(page, "a");
  expect(await page.locator("#a iframe").evaluate((frame) => frame.getBoundingClientRect().height)).toBe(300);
  await expect(page.locator("#b p")).toHaveText("Das ist nicht in der Edition: no-such-letter");
  await expect(page.locator("#c p")).toHaveText("This is not in the edition: zeitleiste");
  await expect(page.locator("#b a")).toHaveAttribute("href", `${EDITION}/`);
  const frame = await inside(page, "d");
  await expect(frame.locator(".letter__text")).toContainText("ferry");
  server.close();
});
