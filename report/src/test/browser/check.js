// Usage: npm run check -- PAGE.html...     (CHROMIUM names the browser, default /usr/bin/chromium)
"use strict";
const { execFileSync } = require("node:child_process");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const puppeteer = require("puppeteer-core");

const WIDTHS = [1200, 390];
/* The width at which WCAG 1.4.10 asks that nothing scrolls sideways, and A4 on paper. */
const NARROWEST = 320;
const PAPER = 672;
/* Target size is off in axe-core unless asked for. */
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
};

async function open(browser, file, width, scripted) {
  const page = await browser.newPage();
  const troubles = [];
  await page.setJavaScriptEnabled(scripted);
  await page.setViewport({ width, height: 900 });
  page.on("pageerror", (error) => troubles.push(`script error: ${error.message}`));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) {
      troubles.push(`asks for ${request.url()}`);
    }
  });
  await page.goto(pathToFileURL(path.resolve(file)).href);
  return { page, troubles };
}

function overflows() {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width ? [`page is ${document.documentElement.scrollWidth} px wide`] : [];
  document.querySelectorAll("main *").forEach((element) => {
    const box = element.getBoundingClientRect();
    if (box.width > 1 && box.right > width + 1 && !element.closest(".scroll")) {
      wide.push(`${element.tagName.toLowerCase()}.${element.getAttribute("class")} reaches ${Math.round(box.right)} px`);
    }
  });
  return wide.slice(0, 5);
}

/* Runs in the page: what a reader needs before anything else works, and that no number leads nowhere. */
function reading() {
  const troubles = [];
  const html = document.documentElement;
  if (!html.lang || !document.title.trim()) {
    troubles.push("no language or no title");
  }
  if (document.querySelectorAll("h1").length !== 1) {
    troubles.push(`${document.querySelectorAll("h1").length} headings of the first level`);
  }
  let level = 1;
  document.querySelectorAll("main h1, main h2, main h3, main h4").forEach((heading) => {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) {
      troubles.push(`'${heading.textContent}' skips a level of headings`);
    }
    level = next;
  });
  const dead = Array.from(document.querySelectorAll("a[href^='#']")).filter((a) => a.hash.length > 1 && !document.getElementById(decodeURIComponent(a.hash.slice(1))));
  dead.slice(0, 3).forEach((a) => troubles.push(`'${a.textContent}' leads to ${a.hash}, which is not there`));
  document.querySelectorAll("main a.xp").forEach((link) => {
    const explanation = document.getElementById(link.hash.slice(1));
    if (explanation && !explanation.querySelector(".x-inputs div, .x-rows tbody tr")) {
      troubles.push(`the explanation of '${link.textContent}' names neither amounts nor rows`);
    }
  });
  const words = document.body.innerText;
  ["NaN", "undefined", "Infinity", "${", "{0}"].filter((wrong) => words.includes(wrong)).forEach((wrong) => troubles.push(`says '${wrong}'`));
  document.querySelectorAll("figure, .fig").forEach((figure) => {
    const picture = figure.querySelector("svg");
    if (picture && picture.getAttribute("role") === "img" && !(picture.getAttribute("aria-label") || picture.getAttribute("aria-labelledby"))) {
      troubles.push("a picture without words");
    }
  });
  return troubles.slice(0, 8);
}

async function accessibility(page) {
  await page.addScriptTag({ path: require.resolve("axe-core") });
  const result = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return result.violations.map((v) => `axe ${v.id}: ${v.help} (${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 2).join(" | ")})`);
}

async function sorting(page) {
  return page.evaluate(() => {
    const troubles = [];
    document.querySelectorAll("table[data-sort]").forEach((table) => {
      Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
        const button = header.querySelector("button");
        if (!button || header.dataset.order !== "number") {
          return;
        }
        button.click();
        const values = Array.from(table.tBodies[0].rows)
          .filter((row) => !row.classList.contains("row-total"))
          .map((row) => row.cells[column].dataset.value)
          .filter((value) => value !== "")
          .map(Number);
        if (values.some((value, i) => i > 0 && values[i - 1] < value)) {
          troubles.push(`column ${column + 1} of '${table.caption.textContent}' is not in order: ${values}`);
        }
        const before = table.tBodies[0].rows.length;
        button.click();
        const first = Array.from(table.tBodies[0].rows).find((row) => row.cells[column].dataset.value !== "");
        if (header.getAttribute("aria-sort") !== "ascending" || (values.length > 0 && Number(first.cells[column].dataset.value) !== values[values.length - 1])) {
          troubles.push(`a second click on column ${column + 1} of '${table.caption.textContent}' does not turn the order round`);
        }
        if (table.tHead.querySelectorAll("[aria-sort]").length !== 1) {
          troubles.push(`'${table.caption.textContent}' says of several columns that it is sorted by them`);
        }
        if (table.tBodies[0].rows.length !== before) {
          troubles.push(`'${table.caption.textContent}' loses rows when it is sorted`);
        }
        const last = Array.from(table.tBodies[0].rows).findIndex((row) => row.classList.contains("row-total"));
        if (last >= 0 && last !== table.tBodies[0].rows.length - 1) {
          troubles.push(`the total of '${table.caption.textContent}' moved`);
        }
      });
    });
    return troubles;
  });
}

async function filtering(page) {
  return page.evaluate(() => {
    const troubles = [];
    document.querySelectorAll(".filter input").forEach((input) => {
      const list = input.closest(".filter").parentElement.querySelector("[data-filter]");
      const rows = Array.from(list.tBodies ? list.tBodies[0].rows : list.children);
      input.value = "no row says this";
      input.dispatchEvent(new Event("input"));
      if (rows.some((row) => row.offsetParent !== null)) {
        troubles.push("rows stay although none fits the filter");
      }
      const word = (rows[rows.length - 1].textContent.match(/\p{L}{4,}/u) || [""])[0];
      input.value = word.toUpperCase();
      input.dispatchEvent(new Event("input"));
      if (rows[rows.length - 1].hidden || rows.some((row) => !row.hidden && !row.textContent.toLowerCase().includes(word.toLowerCase()))) {
        troubles.push(`the filter for '${word}' keeps the wrong rows`);
      }
      const count = input.closest(".filter").querySelector("[role=status]").textContent;
      if (!count.includes(String(rows.filter((row) => !row.hidden).length))) {
        troubles.push(`the filter says '${count}' of ${rows.filter((row) => !row.hidden).length} rows`);
      }
      input.value = "";
      input.dispatchEvent(new Event("input"));
      if (rows.some((row) => row.hidden)) {
        troubles.push("rows stay away although the filter is empty");
      }
    });
    return troubles;
  });
}

async function byKeyboard(page) {
  const troubles = [];
  const button = await page.$("table[data-sort] thead button");
  if (button) {
    await button.focus();
    await page.keyboard.press("Enter");
    if (!(await page.evaluate(() => document.activeElement.closest("th").hasAttribute("aria-sort")))) {
      troubles.push("Enter on a header does not sort its table, or sorts it without saying so");
    }
  }
  const input = await page.$(".filter input");
  if (input) {
    await input.focus();
    await page.keyboard.type("no row says this");
    const status = await page.evaluate(() => document.activeElement.closest(".filter").querySelector("[role=status]").textContent);
    if (!/\b0\b/.test(status)) {
      troubles.push(`the filter does not tell how many rows are left: '${status}'`);
    }
    await input.evaluate((element) => {
      element.value = "";
      element.dispatchEvent(new Event("input"));
    });
  }
  return troubles;
}

/* Where the words of each sheet stand, in points: [{ width, height, words: [{ text, left, right, bottom }] }]. */
function placesOnSheets(paper) {
  const number = (tag, name) => Number(tag.match(new RegExp(`${name}="([\\d.]+)"`))[1]);
  const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, "&");
  return execFileSync("pdftotext", ["-bbox", "-", "-"], { input: paper, encoding: "utf8", maxBuffer: 64 << 20 })
    .split("<page ")
    .slice(1)
    .map((sheet) => ({
      width: number(sheet, "width"),
      height: number(sheet, "height"),
      words: Array.from(sheet.matchAll(/<word ([^>]*)>([^<]*)<\/word>/g)).map(([, place, text]) => ({
        text: plain(text), left: number(place, "xMin"), right: number(place, "xMax"), bottom: number(place, "yMax"),
      })),
    }));
}

/* Nothing reaches into the margins of 17 mm; the words of each chart stand on one sheet, all of them. */
async function wholeOnSheets(page, paper) {
  const troubles = [];
  const sheets = placesOnSheets(paper);
  const edge = (17 / 25.4) * 72 - 2;
  sheets.forEach((sheet, i) => sheet.words
    .filter((word) => word.left < edge || word.right > sheet.width - edge)
    .slice(0, 2)
    .forEach((word) => troubles.push(`'${word.text}' reaches into the margin of sheet ${i + 1}`)));
  /* A figure has a wide drawing and may have a narrow one: which of them goes to paper is the sheet's to say. */
  const charts = await page.evaluate(() => Array.from(document.querySelectorAll("main .fig")).map((figure) => ({
    id: figure.id,
    drawings: Array.from(figure.querySelectorAll(".chart svg")).map((svg) => Array.from(svg.querySelectorAll("text")).flatMap((text) => text.textContent.split(/\s+/).filter(Boolean))),
  })));
  const told = sheets.map((sheet) => sheet.words.map((word) => word.text).join(" "));
  charts.filter((chart) => chart.drawings.length > 0).forEach((chart) => {
    const missing = chart.drawings.flatMap((drawing) => told.map((sheet) => drawing.filter((word) => !sheet.includes(word))));
    if (missing.every((words) => words.length > 0)) {
      const least = missing.reduce((a, b) => (b.length < a.length ? b : a));
      troubles.push(`the chart '${chart.id}' is whole on no sheet: '${least[0]}' is missing`);
    }
  });
  return troubles;
}

/* What only sheets of paper show: the answer and its caveats on the first, one sheet for the summary, no title parted from what it names. */
async function onSheets(page) {
  const words = (text) => text.replace(/\s+/g, " ").trim();
  const paper = await page.pdf({ preferCSSPageSize: true });
  const sheets = execFileSync("pdftotext", ["-layout", "-", "-"], { input: paper, encoding: "utf8" })
    .split("\f")
    .map((sheet) => sheet.split("\n").map(words).filter((line) => line !== "" && !/^\d+ \/ \d+$/.test(line)))
    .filter((lines) => lines.length > 0);
  const told = await page.evaluate(() => ({
    titles: Array.from(document.querySelectorAll("main h2, main h3, main .cap, main .fig-title")).map((e) => e.textContent),
    caveat: Array.from(document.querySelectorAll(".opening .callout-title")).map((e) => e.lastChild.textContent),
    summary: document.body.classList.contains("summary"),
  }));
  if (sheets.length === 0) {
    return ["no sheet of paper"];
  }
  const troubles = await wholeOnSheets(page, paper);
  if (told.summary && sheets.length > 1) {
    troubles.push(`the one sheet takes ${sheets.length}`);
  }
  told.caveat.map(words).filter((title) => !sheets[0].some((line) => line.includes(title))).forEach((title) => troubles.push(`'${title}' is not on the first sheet`));
  const titles = told.titles.map(words);
  sheets.forEach((lines, i) => {
    const last = lines[lines.length - 1];
    if (last.length > 5 && titles.some((title) => title.endsWith(last))) {
      troubles.push(`sheet ${i + 1} ends with the title '${last}'`);
    }
  });
  return troubles;
}

async function printing(page) {
  await page.setViewport({ width: PAPER, height: 970 });
  await page.emulateMediaType("print");
  const troubles = await page.evaluate(overflows);
  const shown = await page.evaluate(() => {
    const visible = (element) => element.getClientRects().length > 0;
    return {
      controls: Array.from(document.querySelectorAll(".filter, .top nav, .pop, .skip, .downloads, .contents, .card-links, .chart-data, .made")).filter(visible).length,
      figures: Array.from(document.querySelectorAll("main .fig")).filter((f) => visible(f) && !f.querySelector("svg, table, img")).length,
      heading: visible(document.querySelector("h1")),
    };
  });
  if (shown.controls > 0) {
    troubles.push(`${shown.controls} controls that only work on screen`);
  }
  if (shown.figures > 0) {
    troubles.push(`${shown.figures} figures without their picture`);
  }
  if (!shown.heading) {
    troubles.push("no heading");
  }
  troubles.push(...(await onSheets(page)));
  await page.emulateMediaType("screen");
  return troubles.map((trouble) => `in print: ${trouble}`);
}

/* Runs in the page: words of charts that do not stand out from what lies under them, 4.5 to 1 as WCAG asks of small text. */
function faintWords() {
  const parse = (colour) => {
    const parts = colour.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const over = (top, alpha, bottom) => top.map((value, i) => alpha * value + (1 - alpha) * bottom[i]);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);
  const paper = parse(getComputedStyle(document.documentElement).backgroundColor).rgb;
  const faint = [];
  document.querySelectorAll(".chart svg").forEach((svg) => {
    if (svg.getClientRects().length === 0) {
      return;
    }
    const areas = Array.from(svg.querySelectorAll("rect")).map((rect) => ({ box: rect.getBoundingClientRect(), style: getComputedStyle(rect) }));
    svg.querySelectorAll("text").forEach((text) => {
      const box = text.getBoundingClientRect();
      const x = box.left + box.width / 2;
      const y = box.top + box.height / 2;
      let under = paper;
      areas.filter((a) => a.style.fill !== "none" && a.box.left <= x && a.box.right >= x && a.box.top <= y && a.box.bottom >= y).forEach((a) => {
        const fill = parse(a.style.fill);
        under = over(fill.rgb, fill.alpha * Number(a.style.fillOpacity), under);
      });
      const reached = contrast(parse(getComputedStyle(text).fill).rgb, under);
      if (reached < 4.5) {
        faint.push(`'${text.textContent}' in a chart stands out ${reached.toFixed(2)} to 1`);
      }
    });
  });
  return Array.from(new Set(faint)).slice(0, 5);
}

async function inTheDark(page) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const troubles = [...(await accessibility(page)), ...(await page.evaluate(faintWords))];
  if (dark === "rgb(255, 255, 255)") {
    troubles.push("the page stays white");
  }
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
  return troubles.map((trouble) => `in the dark: ${trouble}`);
}

/* Where the reader's system sets the colours: what a background draws, marks and gauges, is still seen. */
async function inForcedColours(page) {
  const client = await page.createCDPSession();
  await client.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  const gone = await page.evaluate(() => {
    if (!matchMedia("(forced-colors: active)").matches) {
      return ["forced colours cannot be emulated"];
    }
    const paper = getComputedStyle(document.body).backgroundColor;
    const drawn = ".mark-disc, .mark-bar, .mark-lozenge, .mark-up, .mark-down, .g-fill, .g-line";
    return Array.from(new Set(Array.from(document.querySelectorAll(drawn))
      .filter((each) => [paper, "rgba(0, 0, 0, 0)"].includes(getComputedStyle(each).backgroundColor))
      .map((each) => `'${each.className}' is not seen`)));
  });
  await client.send("Emulation.setEmulatedMedia", { features: [] });
  await client.detach();
  return gone.map((trouble) => `in forced colours: ${trouble}`);
}

async function narrowest(page) {
  await page.setViewport({ width: NARROWEST, height: 900 });
  return (await page.evaluate(overflows)).map((trouble) => `at ${NARROWEST} px: ${trouble}`);
}

async function explaining(page) {
  const link = await page.$("main a.xp");
  if (!link) {
    return [];
  }
  await link.focus();
  await page.keyboard.press("Enter");
  const shown = await page.evaluate(() => {
    const pop = document.querySelector(".pop");
    return { open: pop.matches(":popover-open"), text: pop.innerText, inside: pop.contains(document.activeElement) };
  });
  const troubles = await accessibility(page);
  await page.keyboard.press("Escape");
  const after = await page.evaluate(() => ({
    open: document.querySelector(".pop").matches(":popover-open"),
    back: document.activeElement.matches("a.xp"),
  }));
  if (!shown.open || shown.text.trim().length < 20) {
    troubles.push("an explanation does not open");
  }
  if (!shown.inside) {
    troubles.push("focus does not move into the explanation");
  }
  if (after.open || !after.back) {
    troubles.push("Escape does not close the explanation and return to its number");
  }
  return troubles;
}

/* By mouse or finger: inside the window, closed by its button and by a tap beside it, and one at a time. */
async function explainingByHand(page) {
  const troubles = [];
  const links = await page.$$("main a.xp");
  if (links.length === 0) {
    return [];
  }
  const state = (number) => page.evaluate((link) => {
    const pop = document.querySelector(".pop");
    const box = pop.getBoundingClientRect();
    const at = link.getBoundingClientRect();
    return {
      open: pop.matches(":popover-open"),
      title: pop.querySelector("h2") ? pop.querySelector("h2").textContent : "",
      outside: box.left < -1 || box.top < -1 || box.right > window.innerWidth + 1 || box.bottom > window.innerHeight + 1,
      wide: pop.scrollWidth > pop.clientWidth + 1,
      covers: box.top < at.bottom && box.bottom > at.top && box.left < at.right && box.right > at.left,
      address: window.location.hash,
    };
  }, number);
  const titles = [];
  for (const link of [links[0], links[links.length - 1]]) {
    await link.evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
    await link.click();
    const shown = await state(link);
    titles.push(shown.title);
    if (!shown.open) {
      troubles.push(`a click on '${await link.evaluate((element) => element.textContent)}' opens nothing`);
      continue;
    }
    if (shown.outside || shown.wide) {
      troubles.push(`the explanation '${shown.title}' reaches out of the window`);
    }
    if (shown.covers) {
      troubles.push(`the explanation '${shown.title}' covers its own number`);
    }
    if (shown.address !== "") {
      troubles.push("an explanation moves the page to its foot although it is shown beside the number");
    }
    await page.click(".pop-head button");
    if ((await state(link)).open) {
      troubles.push("the button of an explanation does not close it");
    }
  }
  const other = await page.evaluate((a, b) => a.hash !== b.hash, links[0], links[links.length - 1]);
  if (other && titles[0] === titles[1]) {
    troubles.push(`two numbers have one explanation: '${titles[0]}'`);
  }
  await links[0].evaluate((element) => element.scrollIntoView({ block: "center", behavior: "instant" }));
  await links[0].click();
  await page.mouse.click(3, 3);
  if ((await state(links[0])).open) {
    troubles.push("a tap beside an explanation does not close it");
  }
  return troubles;
}

async function withoutScript(browser, file) {
  const { page, troubles } = await open(browser, file, 390, false);
  const client = await page.createCDPSession();
  if ((await page.$(".filter input, thead th button")) !== null) {
    troubles.push("without script there are controls that need it");
  }
  const { root } = await client.send("DOM.getDocument", { depth: -1 });
  const { nodeId } = await client.send("DOM.querySelector", { nodeId: root.nodeId, selector: "main a.xp" });
  if (nodeId !== 0) {
    const { attributes } = await client.send("DOM.getAttributes", { nodeId });
    const target = attributes[attributes.indexOf("href") + 1];
    await page.goto(pathToFileURL(path.resolve(file)).href + target);
    const body = await client.send("DOM.getDocument", { depth: 0 })
      .then((d) => client.send("DOM.querySelector", { nodeId: d.root.nodeId, selector: ".x:target .x-body" }));
    const box = await client.send("DOM.getBoxModel", { nodeId: body.nodeId }).catch(() => null);
    if (!box || box.model.height < 20) {
      troubles.push("without script the explanation stays closed");
    }
  }
  await page.close();
  return troubles;
}

async function main(files) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  let failed = false;
  for (const file of files) {
    for (const width of WIDTHS) {
      const { page, troubles } = await open(browser, file, width, true);
      const all = [
        ...(await page.evaluate(reading)),
        ...(await page.evaluate(overflows)),
        ...(await explainingByHand(page)),
        ...(await accessibility(page)),
        ...(await sorting(page)),
        ...(await filtering(page)),
        ...(await byKeyboard(page)),
        ...(await explaining(page)),
        ...(await page.evaluate(faintWords)),
        ...(await inTheDark(page)),
        ...(await inForcedColours(page)),
        ...(width === WIDTHS[0] ? await printing(page) : await narrowest(page)),
        ...troubles,
      ];
      all.forEach((trouble) => console.log(`${file} at ${width} px: ${trouble}`));
      failed = failed || all.length > 0;
      await page.close();
    }
    const silent = await withoutScript(browser, file);
    silent.forEach((trouble) => console.log(`${file} without script: ${trouble}`));
    failed = failed || silent.length > 0;
  }
  await browser.close();
  console.log(failed ? "not fit" : `${files.length} pages fit`);
  process.exitCode = failed ? 1 : 0;
}

main(process.argv.slice(2));
