// What stops an edition, in words. Fetched when it happens.

/** The browser cannot run the program: some have it turned off for safety. */
export const MISSING = {
  en: "This browser lacks WebAssembly, which the edition needs. Current browsers have it.",
  de: "Diesem Browser fehlt WebAssembly, das die Ausgabe braucht. Neue Browser haben es.",
  ru: "В этом браузере нет WebAssembly, который нужен изданию. В новых браузерах он есть.",
};

/** The program came to an end. */
export const FAILURE = {
  en: "An error stopped the edition. What you see stays readable; to go on, load the page again.",
  de: "Ein Fehler hat die Ausgabe angehalten. Was zu sehen ist, bleibt lesbar; bitte die Seite neu laden.",
  ru: "Ошибка остановила издание. Что видно, можно читать; загрузите страницу ещё раз.",
};
