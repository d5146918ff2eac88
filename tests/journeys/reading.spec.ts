// What a reader sets, where a link leads, and what Back undoes.
import { expect, test, type Page } from "@playwright/test";

async function open(page: Page, address: string) {
  await page.goto(address);
  await page.locator("html[data-ready]").waitFor();
}

test("settings are remembered", async ({ page }) => {
  await open(page, "/");
  await page.locator(".settings__button").click();
  await page.locator("input[name=theme]").nth(2).check();
  await page.locator("input[name=size]").nth(2).check();
  await page.locator("input[name=names]").nth(0).check();
  await page.locator("#settings a[hreflang=de]").click();
  await expect(page).toHaveURL(/\/de\/$/);
  const said = { "data-theme": "dark", "data-size": "large", "data-names": "plain", lang: "de" };
  for (const [name, value] of Object.entries(said)) await expect(page.locator("html")).toHaveAttribute(name, value);
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  for (const [name, value] of Object.entries(said)) await expect(page.locator("html")).toHaveAttribute(name, value);
  await expect(page.locator(".shell__nav")).toContainText("Zeitleiste");
  // At the main address too, and on the next page.
  await open(page, "/about/");
  await expect(page).toHaveURL(/\/de\/about\/$/);
  for (const [name, value] of Object.entries(said)) await expect(page.locator("html")).toHaveAttribute(name, value);
  await page.locator(".settings__button").click();
  await expect(page.locator("input[name=theme]").nth(2)).toBeChecked();
});

test("every choice is followed by the page, and found again when the panel is opened", async ({ page }) => {
  await open(page, "/");
  const button = page.locator(".settings__button");
  await button.click();
  const choices = await page.locator("#settings input").evaluateAll((all) => all.map((input) => [(input as HTMLInputElement).name, (input as HTMLInputElement).value]));
  expect(choices.length).toBeGreaterThan(10);
  expect(await page.locator("#settings input:checked").count()).toBe(await page.locator("#settings fieldset").count());
  for (const [name, value] of choices) {
    await page.locator(`#settings input[name=${name}][value=${value}]`).check();
    await expect(page.locator("html")).toHaveAttribute(`data-${name}`, value);
  }
  await page.reload();
  await page.locator("html[data-ready]").waitFor();
  await button.click();
  for (const name of new Set(choices.map(([name]) => name))) {
    const [, last] = choices.findLast(([other]) => other === name)!;
    await expect(page.locator(`#settings input[name=${name}]:checked`)).toHaveValue(last);
  }
});

test("the settings open below their button, inside of the window", async ({ page }) => {
  for (const width of [360, 800, 1440]) {
    await page.setViewportSize({ width, height: 700 });
    await open(page, "/about/");
    const button = page.locator(".settings__button");
    await button.click();
    await expect(page.locator("#settings fieldset").first()).toBeVisible();
    const [above, below] = [(await button.boundingBox())!, (await page.locator("#settings").boundingBox())!];
    const gap = below.y - (above.y + above.height);
    expect(gap).toBeGreaterThanOrEqual(0);
    expect(gap).toBeLessThan(16);
    expect(below.x).toBeGreaterThanOrEqual(0);
    expect(below.x).toBeLessThan(above.x + above.width);
    expect(below.x + below.width).toBeGreaterThan(above.x);
    expect(below.x + below.width).toBeLessThanOrEqual(width);
    expect(below.y + below.height).toBeLessThanOrEqual(700);
  }
});

test("a panel without anything to choose is not offered where no script runs", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  // Languages are links, and need none.
  await page.locator(".settings__button").click();
  await expect(page.locator("#settings a[hreflang=de]")).toBeVisible();
  await page.route("**/about/", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace(/<nav class="settings__languages".*?<\/nav>/s, "") });
  });
  await page.goto("/about/");
  await expect(page.locator(".shell__nav")).toBeVisible();
  await expect(page.locator(".settings__button")).toBeHidden();
  await context.close();
});

test("the interface follows the browser's language, the letter keeps its own", async ({ browser, baseURL }) => {
  for (const [locale, word] of [["ru-RU", "Хронология"], ["de-AT", "Zeitleiste"], ["pt-BR", "Timeline"]] as const) {
    const context = await browser.newContext({ locale, baseURL });
    const page = await context.newPage();
    await open(page, "/");
    await expect(page.locator(".shell__nav")).toContainText(word);
    await expect(page.locator("article [lang=en], article[lang=en]").first()).toBeAttached();
    await context.close();
  }
});

test("links to a paragraph, a note, a call, a mention and a date lead there and light it", async ({ page }) => {
  for (const fragment of ["p9", "n85", "r86", "m5", "d3", "pg-100"]) {
    await open(page, `/letters/joffe-1921-03-17/#${fragment}`);
    await expect(page.locator(`[id="${fragment}"]`)).toBeInViewport();
    await expect(page.locator(`[id="${fragment}"]`)).toHaveClass(/is-lit/);
    await page.goto("about:blank");
  }
});

test("Back undoes what the reader did last", async ({ page }) => {
  await open(page, "/");
  await page.locator(".shell__nav a[href$='/persons/']").click();
  await expect(page).toHaveURL(/\/persons\/$/);
  await page.locator("main a[href$='/persons/trotsky/']").first().click();
  await expect(page).toHaveURL(/\/persons\/trotsky\/$/);
  await page.locator("main a[href*='/letters/'][href*='#m']").first().click();
  await expect(page).toHaveURL(/#m\d+$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/persons\/trotsky\/$/);
  await expect(page.locator("h1")).toContainText("Trotsky");
  await page.goBack();
  await expect(page).toHaveURL(/\/persons\/$/);
  await page.goBack();
  await expect(page.locator("h1")).toContainText("Joffe");
});

test("Back leads to the place on the page that was left", async ({ page }) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await open(page, "/letters/joffe-1921-03-17/");
  const down = () => page.evaluate(() => Math.round(scrollY));
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(() => scrollTo({ top: 1500, behavior: "instant" }));
  await expect.poll(down).toBeGreaterThan(1000);
  const left = await page.locator("#names a[href*='/persons/']").first().evaluate((link: HTMLElement) => {
    // A line that came above in the meantime was scrolled past, too.
    const left = Math.round(scrollY);
    link.click();
    return left;
  });
  await expect(page).toHaveURL(/\/persons\/[^/]+\/$/);
  await expect.poll(down).toBe(0);
  await page.goBack();
  await expect(page.locator("article.letter")).toBeVisible();
  // To the line: what stands above may have been laid out a little differently.
  await expect.poll(async () => Math.abs((await down()) - left)).toBeLessThan(30);
});

test("a view opened by its address is the view", async ({ page }) => {
  await open(page, "/places/riga/");
  await expect(page.locator("h1")).toContainText("Riga");
  await expect(page).toHaveTitle(/Riga/);
});

test("the page asks no other host for anything, and has no inline style or script", async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await open(page, "/");
  await page.locator(".shell__nav a[href$='/chronology/']").click();
  await page.locator(".shell__nav a[href$='/persons/']").click();
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.filter((url) => !url.startsWith(baseURL!) && !url.startsWith("data:"))).toEqual([]);
  expect(await page.locator("script:not([src], [type='application/ld+json']), style").count()).toBe(0);
});

test("the strict policy with Trusted Types is kept", async ({ page }) => {
  const policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; " +
    "font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  const said: string[] = [];
  page.on("console", (message) => message.type() === "error" && said.push(message.text()));
  await open(page, "/");
  await page.locator("#r84").hover();
  await expect(page.locator("#pn84")).toBeVisible();
  await page.locator(".shell__nav a[href$='/chronology/']").click();
  await expect(page).toHaveURL(/\/chronology\/$/);
  await page.locator(".timeline__kinds input").first().click();
  await expect(page).toHaveURL(/\?/);
  expect(said).toEqual([]);
});

test("text of the letter keeps a readable measure", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page, "/");
  const characters = await page.evaluate(() => {
    // The longest paragraph's full lines, counted by where the characters stand.
    const paragraph = document.querySelector("#p6")!;
    const range = document.createRange();
    const lines = new Map<number, number>();
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let i = 0; i < node.textContent!.length; i += 1) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const { bottom, height } = range.getBoundingClientRect();
        if (height > 0) lines.set(Math.round(bottom / 12), (lines.get(Math.round(bottom / 12)) ?? 0) + 1);
      }
    }
    return [...lines.values()].sort((a, b) => b - a);
  });
  expect(characters[0]).toBeGreaterThanOrEqual(58);
  expect(characters[0]).toBeLessThanOrEqual(76);
});

test("the link to a paragraph stands behind its last word, and makes no line of its own", async ({ page }) => {
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await open(page, "/");
    const off = await page.evaluate(() =>
      [...document.querySelectorAll("p > .permalink")].map((link) => {
        const paragraph = link.parentElement!;
        const words = document.createRange();
        words.selectNodeContents(paragraph);
        words.setEndBefore(link);
        const last = [...words.getClientRects()].filter((rect) => rect.width > 0).at(-1)!;
        const sign = link.getBoundingClientRect();
        const before = paragraph.offsetHeight;
        link.remove();
        const grown = before - paragraph.offsetHeight;
        paragraph.append(link);
        const apart = sign.top > last.bottom || sign.bottom < last.top || Math.abs(sign.left - last.right) > 12;
        return apart || grown !== 0 ? `${paragraph.id}: ${grown}, ${sign.left - last.right}` : "";
      }),
    );
    expect(off.length, `${width}`).toBeGreaterThan(8);
    expect(off.filter(Boolean), `${width}`).toEqual([]);
  }
});
