// What the README says to those who put an edition on a page or take it offline, done as it says.
import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = resolve(process.cwd(), "../..");
const EDITION = process.env.EDITION_URL ?? "http://127.0.0.1:8781";

/** The lines under a heading of the README, and the block of code in them. */
function section(heading: string) {
  const text = readFileSync(join(ROOT, "README.md"), "utf8").split(`\n## ${heading}\n`)[1]!.split("\n## ")[0]!;
  const [, code] = /```\w+\n([^]*?)```/.exec(text)!;
  return { lines: text.trim().split("\n").length, code: code!.trim() };
}

test("“Put it on a page” shows the letter in a bare page", async ({ page }) => {
  const { lines, code } = section("Put it on a page");
  expect(lines).toBeLessThan(10);
  const body = code.replace("https://host.example/letters/", `${EDITION}/`).replace("IDENTIFIER", "ferry");
  const course = test.info().outputPath("course.html");
  writeFileSync(course, `<!DOCTYPE html><title>A course</title>${body}`);
  await page.goto(pathToFileURL(course).href);
  const frame = page.locator("letterbook-viewer").frameLocator("iframe");
  await expect(frame.locator(".letter__text")).toContainText("ferry");
  await frame.locator(".noteref").first().hover();
  await expect(frame.locator(".popover:popover-open")).toBeVisible();
});

test("“Take it offline” makes a file that opens without a network", async ({ page, context }) => {
  const { lines, code } = section("Take it offline");
  expect(lines).toBeLessThan(10);
  const file = test.info().outputPath("LETTERS.html");
  const words = code.replace("MY-LETTERS", join(ROOT, "tests/corpus/mill")).replace("LETTERS.html", file).split(" ");
  expect(words[0]).toMatch(/letterbook$/);
  execFileSync(process.env.LETTERBOOK!, words.slice(1), { stdio: "ignore" });
  await context.setOffline(true);
  await page.goto(pathToFileURL(file).href);
  await page.locator(".letters__rows a.entry__date", { hasText: "3 May 1901" }).click();
  await expect(page.locator("#app .letter__text")).toContainText("ferry");
});
