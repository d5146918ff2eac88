// An editor's day: `letterbook new`, `serve`, break something, read the report in the page, mend it.
import { expect, test } from "@playwright/test";
import { spawn, execFileSync, type ChildProcess } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const LETTERBOOK = process.env.LETTERBOOK ?? "letterbook";

async function serve(folder: string): Promise<[ChildProcess, string]> {
  const server = spawn(LETTERBOOK, ["serve", folder, "--port", "0"], { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  const address = await new Promise<string>((found, failed) => {
    server.stderr!.on("data", (text) => {
      said += text;
      const line = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (line) found(line[0]);
    });
    server.on("exit", () => failed(new Error(said)));
  });
  return [server, address];
}

test("the report stands in the page, and follows what is broken and mended", async ({ page }) => {
  const folder = test.info().outputPath("letters");
  execFileSync(LETTERBOOK, ["new", folder]);
  const [server, address] = await serve(folder);
  try {
    await page.goto(address);
    await page.locator("html[data-ready]").waitFor();
    const report = page.getByRole("complementary", { name: "Report on the edition" });
    await expect(report.locator("summary")).toContainText("3 letters, 0 errors");
    const rows = page.locator(".letters__year li");
    await expect(rows).toHaveCount(3);

    const letter = join(folder, "letters/2-answer.xml");
    const sound = readFileSync(letter, "utf8");
    writeFileSync(letter, sound.replace("</body>", "</bodi>"));
    await expect(report.locator("summary")).toContainText("2 letters, 1 error");
    await expect(rows).toHaveCount(2);
    await report.locator("summary").click();
    const finding = report.locator("li[data-severity=error]");
    await expect(finding.locator("code")).toHaveText(/^letters\/2-answer\.xml:\d+:\d+$/);
    await expect(finding.locator("p")).not.toBeEmpty();

    writeFileSync(letter, sound);
    await expect(report.locator("summary")).toContainText("3 letters, 0 errors");
    await expect(rows).toHaveCount(3);

    // An edition without a letter is none: the one before stays to be read.
    const config = join(folder, "letterbook.toml");
    writeFileSync(config, readFileSync(config, "utf8").replace(/^sources.*$/m, 'sources = ["empty"]'));
    await expect(report.getByRole("status")).toContainText("The edition was not built");
    await expect(rows).toHaveCount(3);
  } finally {
    server.kill();
  }
});
