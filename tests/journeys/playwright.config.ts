// Journeys in Chromium, against a site that is being served: `cargo xtask test --only journeys` does both.
import { defineConfig } from "@playwright/test";

/** Said by xtask; a browser of the system is used, none is downloaded. */
const { BASE_URL = "http://127.0.0.1:8080", CHROMIUM, RESULTS = "results" } = process.env;

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: `${RESULTS}/artifacts`,
  fullyParallel: true,
  workers: 3,
  // What came only at the second try is named at the end of the run.
  retries: 1,
  timeout: 60_000,
  forbidOnly: true,
  reporter: [["line"], ["json", { outputFile: `${RESULTS}/journeys.json` }]],
  use: {
    baseURL: BASE_URL,
    browserName: "chromium",
    locale: "en-GB",
    // What a worker keeps would hide what a test changes; offline.spec.ts has its own.
    serviceWorkers: "block",
    timezoneId: "UTC",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
