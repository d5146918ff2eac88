// A link to words the reader has selected, and what such a link leads to.
import { expect, test, type Page } from "@playwright/test";
import { letter } from "./beside";

const SENTENCE = "Then come to Moscow, we shall have a talk.";

/** Selects words in a block as a pointer would: from the first character to the last. */
async function select(page: Page, block: string, words: string) {
  await page.evaluate(([block, words]) => {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(document.querySelector(block)!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const text = nodes.map((node) => node.data).join("");
    const at = text.indexOf(words);
    const place = (offset: number): [Text, number] => {
      for (const node of nodes) {
        if (offset <= node.length) return [node, offset];
        offset -= node.length;
      }
      throw new Error(`no “${words}” in ${block}`);
    };
    const [from, start] = place(at);
    const [to, end] = place(at + words.length);
    getSelection()!.setBaseAndExtent(from, start, to, end);
  }, [block, words] as const);
}

/** The words that are lit. */
async function lit(page: Page) {
  return page.evaluate(() =>
    [...((CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights.get("lemma") ?? [])].map((range) => range.toString()).join(),
  );
}

test("fact_12_a_link_to_the_selected_sentence_is_copied", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await letter(page, { address: "/letters/joffe-1921-03-17/" });
  await expect(page.locator(".passage")).toHaveCount(0);
  await select(page, "#p10", SENTENCE);
  const offer = page.locator(".passage__link");
  await expect(offer).toBeVisible();
  await offer.click();
  await expect(page.locator(".passage [role=status]")).toHaveText(/copied/i);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${baseURL}/letters/joffe-1921-03-17/#p10:~:text=${encodeURIComponent(SENTENCE)}`);
  await page.goto("about:blank");
  await letter(page, { address: link });
  await expect(page.locator("#p10")).toBeInViewport();
  await expect.poll(() => lit(page)).toBe(SENTENCE);
});

test("a_long_passage_is_named_by_its_first_and_last_words", async ({ page }) => {
  await letter(page);
  const words = "I cannot say how many times I have been in a minority on organisational and personal matters.";
  await select(page, "#p2", words);
  const link = (await page.locator(".passage__link").getAttribute("href"))!;
  expect(link).toMatch(/^#p2:~:text=I%20cannot%20say%20how,/);
  await page.goto("about:blank");
  await letter(page, { address: `/letters/joffe-1921-03-17/${link}` });
  await expect.poll(() => lit(page)).toBe(words);
});

test("words_in_a_note_can_be_linked_to_as_well", async ({ page }) => {
  await letter(page);
  await select(page, "#n86", "to elect the governing organs");
  await expect(page.locator(".passage__link")).toHaveAttribute("href", /^#n86:~:text=to%20elect/);
});

test("without_a_selection_nothing_is_offered", async ({ page }) => {
  await letter(page);
  await select(page, "#p10", SENTENCE);
  await expect(page.locator(".passage__link")).toBeVisible();
  await page.evaluate(() => getSelection()!.removeAllRanges());
  await expect(page.locator(".passage")).toHaveCount(0);
  await select(page, "h1", "Lenin");
  await page.waitForTimeout(500);
  await expect(page.locator(".passage")).toHaveCount(0);
});
