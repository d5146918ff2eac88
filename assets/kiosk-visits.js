// What is counted at the screen of a museum: visits, and pages that were turned, day by day, in this browser alone. Where
// storage is refused, nothing is.

const VISITS = "letterbook.visits";
/** So many days are kept. */
const DAYS = 366;

const WORDS = {
  en: { visits: "Visits", day: "Day", begun: "Visits", pages: "Pages", save: "Save as a table", clear: "Begin anew", close: "Close" },
  de: { visits: "Besuche", day: "Tag", begun: "Besuche", pages: "Seiten", save: "Als Tabelle speichern", clear: "Neu beginnen", close: "Schließen" },
  ru: { visits: "Посещения", day: "День", begun: "Посещения", pages: "Страницы", save: "Сохранить таблицей", clear: "Начать заново", close: "Закрыть" },
};

function read() {
  try {
    return JSON.parse(localStorage.getItem(VISITS)) ?? {};
  } catch {
    return {};
  }
}

/** The day where the screen stands: that of UTC begins in the middle of an afternoon, or of a morning. */
function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** Counts one more of `begun` or `pages`. */
export function count(what) {
  const days = read();
  const day = (days[today()] ??= { begun: 0, pages: 0 });
  day[what] += 1;
  for (const old of Object.keys(days).sort().slice(0, -DAYS)) delete days[old];
  try {
    localStorage.setItem(VISITS, JSON.stringify(days));
  } catch {
    // Nothing is stored here.
  }
}

/** Shows what was counted, with the tools of `kiosk.js`. */
export function show({ made, box, button }) {
  const say = WORDS[document.documentElement.lang] ?? WORDS.en;
  const rows = Object.entries(read()).sort();
  const cells = (kind, texts) => made("tr", {}, ...texts.map((text) => made(kind, {}, String(text))));
  const table = made("table", {}, cells("th", [say.day, say.begun, say.pages]));
  for (const [day, { begun, pages }] of rows) table.append(cells("td", [day, begun, pages]));
  const csv = ["day,visits,pages", ...rows.map(([day, { begun, pages }]) => `${day},${begun},${pages}`)].join("\r\n");
  const save = made("a", { download: "visits.csv" }, say.save);
  save.href = URL.createObjectURL(new Blob([`${csv}\r\n`], { type: "text/csv" }));
  const clear = button(say.clear, () => {
    localStorage.removeItem(VISITS);
    dialog.close();
  });
  const dialog = box(made("h2", {}, say.visits), table, save, " ", clear, " ", button(say.close, () => dialog.close()));
  dialog.addEventListener("close", () => URL.revokeObjectURL(save.href));
}
