// What the documented headers (docs/hosting.md) keep out, and that the app does all it does under them.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { App } from "./pages/app.js";
import { launch } from "./support/chromium.js";
import { eventually, says, shows } from "./support/eventually.js";
import { watchForFaults } from "./support/faults.js";
import { headersOf, parseHeaders } from "./support/headers.js";
import { DIST } from "./support/hosted.js";
import { serve } from "./support/server.js";

const ROOT = new URL("../../", import.meta.url);
const text = (path) => readFile(new URL(path, ROOT), "utf8");

const RULES = parseHeaders(await text("web/assets/_headers"));
/** What is sent with every file. */
const ALWAYS = RULES.find(({ path }) => path === "/*").headers;
const POLICY = new Map(ALWAYS).get("Content-Security-Policy");

let browser;
let server;
let elsewhere;

before(async () => {
  [browser, server, elsewhere] = await Promise.all([launch(), serve(DIST), anotherSite()]);
});

after(async () => {
  await Promise.all([browser?.close(), server?.stop(), elsewhere?.stop()]);
});

/** A site of somebody else, which tells what it was asked for. */
async function anotherSite() {
  const asked = [];
  const site = createServer((request, response) => {
    asked.push({ url: request.url, referrer: request.headers.referer });
    response.writeHead(200, { "Content-Type": "text/html", "Access-Control-Allow-Origin": "*" });
    response.end("<!doctype html><title>Elsewhere</title>");
  });
  site.on("upgrade", (request, socket) => {
    asked.push({ url: request.url });
    socket.destroy();
  });
  await new Promise((resolve) => site.listen(0, "127.0.0.1", resolve));
  return {
    asked,
    origin: `http://localhost:${site.address().port}`,
    stop: () => {
      site.closeAllConnections();
      return new Promise((resolve) => site.close(resolve));
    },
  };
}

/** A test with a context of its own, which blocks no service worker. */
function hostingTest(law, journey) {
  test(law, async () => {
    const context = await browser.newContext({ acceptDownloads: true });
    context.setDefaultTimeout(10_000);
    elsewhere.asked.length = 0;
    try {
      await journey(context);
    } finally {
      await context.close();
    }
  });
}

/** The app, with the violations of its policy as they happen. */
async function openApp(context) {
  const page = await context.newPage();
  const app = new App(page, server.origin);
  await app.open();
  await page.evaluate(() => {
    window.refused = [];
    document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
  });
  const refused = () => page.evaluate(() => window.refused);
  return { app, page, refused };
}

hostingTest("the app does all it does under these headers, and offends none of them", async (context) => {
  const faults = await watchForFaults(context, server.origin);
  const page = await context.newPage();
  const app = new App(page, server.origin);
  await app.open();
  await shows(() => page.evaluate(async () => (await navigator.serviceWorker.ready).active.state), "activated");
  await app.form.name.fill("Under-Headers");
  for (const view of ["Week", "Agenda", "Year", "Timeline", "Month"]) await app.calendar.view(view).click();
  for (const tab of ["Runs", "Targets & tasks", "Export", "Definition"]) await app.showTab(tab);
  assert.match(await app.header.saved(), /Under-Headers/);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await app.share.button.click();
  await says(() => app.share.copied(), /#plan=1\./);
  await app.reload();
  await shows(() => app.form.name.value(), "Under-Headers");
  assert.deepEqual(faults, []);
});

hostingTest("a script in the page's text does not run", async (context) => {
  const { page, refused } = await openApp(context);
  const ran = await page.evaluate(() => {
    window.ran = [];
    const script = document.createElement("script");
    script.textContent = "window.ran.push('script')";
    document.body.append(script);
    const element = document.createElement("button");
    element.setAttribute("onclick", "window.ran.push('attribute')");
    document.body.append(element);
    element.click();
    const link = document.createElement("a");
    link.href = "javascript:window.ran.push('address')";
    document.body.append(link);
    link.click();
    setTimeout("window.ran.push('text of a timer')");
    const evaluate = () => {
      for (const code of [() => eval("window.ran.push('eval')"), () => new Function("window.ran.push('Function')")()]) {
        try {
          code();
        } catch (error) {
          if (!(error instanceof EvalError)) throw error;
        }
      }
    };
    // The browser's tools, which run this function, may evaluate text; the page, which runs a timer, may not.
    return new Promise((resolve) => setTimeout(() => resolve(evaluate() ?? window.ran)));
  });
  assert.deepEqual(ran, []);
  await shows(async () => [...new Set(await refused())].toSorted(), ["script-src", "script-src-attr", "script-src-elem"]);
});

hostingTest("nothing is asked of another site, whatever way is tried", async (context) => {
  const { page, refused } = await openApp(context);
  await page.evaluate(async (origin) => {
    const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
    add("img", { src: `${origin}/image` });
    add("script", { src: `${origin}/script` });
    add("link", { rel: "stylesheet", href: `${origin}/style` });
    add("iframe", { src: `${origin}/frame` });
    add("object", { data: `${origin}/object` });
    add("video", { src: `${origin}/video` });
    await fetch(`${origin}/fetch`).catch(() => {});
    navigator.sendBeacon(`${origin}/beacon`);
    for (const open of [() => new WebSocket(origin.replace("http", "ws")), () => new EventSource(origin), () => new Worker(`${origin}/worker`)]) {
      try {
        open();
      } catch (error) {
        if (error.name !== "SecurityError") throw error;
      }
    }
    const form = document.createElement("form");
    form.action = `${origin}/form`;
    document.body.append(form);
    form.submit();
    add("base", { href: origin });
  }, elsewhere.origin);
  const directives = ["img-src", "script-src-elem", "style-src-elem", "frame-src", "object-src", "media-src", "connect-src", "form-action", "base-uri"];
  await eventually(async () => {
    const found = await refused();
    for (const directive of directives) assert.ok(found.includes(directive), `${directive} among ${found}`);
  });
  assert.deepEqual(elsewhere.asked, []);
});

hostingTest("no other site shows the app in a frame, loads its files or holds its window", async (context) => {
  const page = await context.newPage();
  await page.goto(elsewhere.origin);
  const loaded = await page.evaluate(async (app) => {
    const comes = (element, address) =>
      new Promise((resolve) => {
        element.onload = () => resolve(true);
        element.onerror = () => resolve(false);
        Object.assign(element, address);
        document.body.append(element);
      });
    const fetched = await fetch(`${app}/worker.js`, { mode: "no-cors" }).then(() => true, () => false);
    return {
      image: await comes(document.createElement("img"), { src: `${app}/icon-192.png` }),
      script: await comes(document.createElement("script"), { src: `${app}/worker.js` }),
      fetched,
    };
  }, server.origin);
  assert.deepEqual(loaded, { image: false, script: false, fetched: false });

  const refusal = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.evaluate((app) => document.body.append(Object.assign(document.createElement("iframe"), { src: app })), server.origin);
  await refusal;
  assert.ok(!page.frames().some((frame) => frame.url().startsWith(server.origin)));

  const [opened] = await Promise.all([
    context.waitForEvent("page"),
    page.evaluate((app) => void (window.opened = window.open(app)), server.origin),
  ]);
  await new App(opened, server.origin).ready();
  assert.equal(await opened.evaluate(() => window.opener), null);
  await shows(() => page.evaluate(() => window.opened.closed), true);
});

hostingTest("the page may write to the clipboard and use no device", async (context) => {
  const { page } = await openApp(context);
  const named = [...new Map(ALWAYS).get("Permissions-Policy").matchAll(/([\w-]+)=\((.*?)\)/g)];
  assert.ok(named.length > 10);
  const allowed = await page.evaluate(
    (features) => features.filter((feature) => document.featurePolicy.allowsFeature(feature)),
    named.map(([, feature]) => feature),
  );
  assert.deepEqual(allowed, ["clipboard-write"]);
});

hostingTest("another site is not told where one comes from", async (context) => {
  const { page } = await openApp(context);
  await page.evaluate((origin) => location.assign(origin), elsewhere.origin);
  await page.waitForURL(`${elsewhere.origin}/`);
  assert.equal(elsewhere.asked.find(({ url }) => url === "/").referrer, undefined);
});

test("the built app brings the headers with it", async () => {
  assert.equal(await readFile(`${DIST}/_headers`, "utf8"), await text("web/assets/_headers"));
});

test("every file comes with them; what has a digest in its name is kept, and nothing else", async () => {
  const files = (await readdir(DIST)).filter((name) => name !== "_headers");
  for (const name of ["", ...files]) {
    const response = await fetch(`${server.origin}/${name}`);
    assert.equal(response.status, 200, name);
    for (const [header, value] of ALWAYS) assert.equal(response.headers.get(header), value, name);
    const cached = headersOf(RULES, `/${name}`)["Cache-Control"] ?? "";
    const hasDigest = /-[0-9a-f]{8,16}(_bg)?\.(css|js|wasm)$/.test(name);
    assert.equal(cached.includes("immutable"), hasDigest, name);
  }
  for (const name of ["/", "/index.html", "/worker.js"]) {
    assert.equal(headersOf(RULES, name)["Cache-Control"], "no-cache");
  }
});

test("the page's own policy is the same, but for what only a host can say", async () => {
  const [, own] = (await text("index.html")).match(/http-equiv="Content-Security-Policy"\s+content="([^"]+)"/);
  assert.equal(POLICY, `${own}; frame-ancestors 'none'`);
});

test("each example of the documentation sends these headers and no others", async () => {
  const documentation = await text("docs/hosting.md");
  const example = (language) => documentation.match(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``))[1];
  const lines = {
    nginx: /^ *add_header ([\w-]+) "(.*)" always;$/gm,
    apache: /^ *Header always set ([\w-]+) "(.*)"$/gm,
    caddy: /^ {8}([A-Z][\w-]+) "(.*)"$/gm,
  };
  for (const [host, line] of Object.entries(lines)) {
    const sent = [...example(host).matchAll(line)].map(([, name, value]) => [name, value]);
    assert.deepEqual(sent, ALWAYS, host);
  }
  const { SecurityHeadersConfig: known, CustomHeadersConfig: other } = JSON.parse(example("json"));
  const cloudFront = {
    ...Object.fromEntries(other.Items.map(({ Header, Value }) => [Header, Value])),
    "Content-Security-Policy": known.ContentSecurityPolicy.ContentSecurityPolicy,
    "Referrer-Policy": known.ReferrerPolicy.ReferrerPolicy,
    ...(known.ContentTypeOptions && { "X-Content-Type-Options": "nosniff" }),
  };
  assert.deepEqual(cloudFront, Object.fromEntries(ALWAYS));
  assert.equal(other.Quantity, other.Items.length);
});

test("`cargo xtask serve` sends them too", async () => {
  const [, table] = (await text("Trunk.toml")).match(/\[serve\.headers\]\n((?:.+\n)+)/);
  const sent = [...table.matchAll(/^([\w-]+) = "(.*)"$/gm)].map(([, name, value]) => [name, value]);
  assert.deepEqual(sent, ALWAYS);
});
