// The report of `letterbook serve` at the foot of the page. The page is loaded again when the edition was built anew.

const bar = document.createElement("aside");
bar.className = "serve-report";
bar.setAttribute("aria-label", "Report on the edition");
const status = document.createElement("p");
status.setAttribute("role", "status");
const details = document.createElement("details");
const summary = document.createElement("summary");
const list = document.createElement("ol");
details.append(summary, list);
bar.append(status, details);

function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function line(finding) {
  const item = document.createElement("li");
  item.dataset.severity = finding.severity;
  const place = document.createElement("code");
  place.textContent = [finding.file, finding.line, finding.column].filter((part) => part != null).join(":");
  const words = document.createElement("span");
  words.textContent = ` ${finding.severity}: ${finding.message} `;
  const code = document.createElement("small");
  code.textContent = finding.code;
  item.append(place, words, code);
  for (const hint of finding.hints) {
    const advice = document.createElement("p");
    advice.textContent = hint;
    item.append(advice);
  }
  return item;
}

function show(report) {
  const count = (severity) => report.findings.filter((finding) => finding.severity === severity).length;
  status.textContent = report.error ? `The edition was not built: ${report.error}.${report.build > 1 ? " This is the one before." : ""}` : "";
  summary.textContent = `${counted(report.letters, "letter")}, ${counted(count("error"), "error")}, ${counted(count("warning"), "warning")}, ${counted(count("note"), "note")}`;
  list.replaceChildren(...report.findings.slice(0, 500).map(line));
  details.hidden = Boolean(report.error);
  if (!bar.isConnected) document.body.append(bar);
}

async function ask(after) {
  const answer = await fetch(`/-/report?after=${after}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

async function listen() {
  let shown = 0;
  for (;;) {
    try {
      const report = await ask(shown);
      // A build that came to nothing leaves the page as it is, and says so.
      if (shown > 0 && !report.error) {
        location.reload();
        return;
      }
      show(report);
      shown = report.build;
    } catch {
      // The server was stopped; it may come back.
      await new Promise((wait) => setTimeout(wait, 1000));
    }
  }
}

listen();
