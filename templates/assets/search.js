// The search page: a question becomes results, by Pagefind or, from disk, by a plain scan of search-data.js.
// All is set as text, never as markup. The words are the page's own, in the data attributes of <main>.
(() => {
  const PAGE = 10; // results at a time
  const PAUSE = 180; // ms after the last key
  const EXCERPT = 28; // words
  const ROOTS = 0.1; // root forms alone score below 0.2, real matches 5 to 12

  const $ = (selector) => document.querySelector(selector);
  const words = $("main").dataset;
  const box = $("#q"), state = $("#stat"), results = $("#res"), order = $("#sort"), more = $("#more"), clear = $("#clear");
  const facets = [...document.querySelectorAll("#facets input")];
  const site = new URL(words.root || ".", location);
  const number = new Intl.NumberFormat(document.documentElement.lang);

  let run = 0; // the latest question; an answer to an older one is dropped after every await
  let list, shown, message, timer, engine, data;

  const element = (tag, properties, ...content) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...content);
    return made;
  };
  const outlet = (value) =>
    facets.find((one) => one.name === "outlet" && one.value === value)?.nextElementSibling.textContent ?? value;

  // ---- Pagefind

  const load = async () => {
    const pagefind = await import(new URL("pagefind/pagefind.js", site));
    // its worker is refused under Trusted Types
    await pagefind.options({ baseUrl: site.pathname, excerptLength: EXCERPT, noWorker: true, ranking: { metaWeights: { akar: ROOTS } } });
    await pagefind.filters(); // only what is loaded is counted
    return pagefind;
  };

  async function ask(term, on) {
    const pagefind = await (engine ??= load());
    const filters = {};
    for (const key in on) filters[key] = { any: on[key] }; // a bare list would mean all of them
    const sort = order.value === "oldest" ? { oldest: "asc" } : order.value || !term ? { newest: "desc" } : {};
    const found = await pagefind.search(term || null, { filters, sort });
    return { list: found.results, counts: found.filters, note: "" };
  }

  // ---- from disk, or where WebAssembly is refused

  const loadData = () => new Promise((resolve, reject) => {
    const name = words.root + "search-data.js";
    const rules = { createScriptURL: (url) => { if (url === name) return url; throw url; } };
    const script = element("script", { onload: () => resolve(SEARCH_DATA), onerror: reject });
    script.src = (window.trustedTypes?.createPolicy("cari", rules) ?? rules).createScriptURL(name);
    document.head.append(script);
  });

  async function scan(term, on) {
    const terms = (term.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? []).map((one) => one.replaceAll('"', ""));
    const [way, undated] = order.value === "oldest" ? [1, "9"] : [-1, "0"]; // undated: last in both orders
    const has = (one, key, value) => [one[key]].flat().includes(value);
    const found = (await (data ??= loadData()))
      .filter((one) => terms.every((word) => one.x.includes(word)) &&
        Object.keys(on).every((key) => on[key].some((value) => has(one, key, value))))
      .sort((a, b) => way * (a.d || undated).localeCompare(b.d || undated));
    const counts = {};
    for (const { name, value } of facets)
      (counts[name] ??= {})[value] = found.filter((one) => has(one, name, value)).length;
    const result = ({ u, t, outlet, date }) => ({ url: new URL(u, site), meta: { title: t, outlet, date }, excerpt: "", sub_results: [] });
    return { list: found.map((one) => ({ data: () => result(one) })), counts, note: " " + words.simple };
  }

  // ---- showing

  // An excerpt is text with < and > escaped and <mark> in it: split first, then undo the escapes.
  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const marked = (text) => text.split(/<\/?mark>/).map((piece, i) => i % 2 ? element("mark", {}, plain(piece)) : plain(piece));

  const item = ({ url, meta, excerpt, sub_results }) => {
    const sections = sub_results.filter((one) => one.url !== url).slice(0, 2)
      .flatMap((one, i) => [i ? ", " : " ", element("a", { href: one.url }, one.title)]);
    // no mark: a root form, a quoted phrase, nothing typed
    const text = excerpt.includes("<mark>") ? marked(excerpt) : [meta.summary ?? plain(excerpt)];
    const made = element("li", {}, element("h2", {}, element("a", { className: "hl", href: url }, meta.title)),
      element("p", { className: "meta" }, outlet(meta.outlet) + ", " + meta.date),
      element("p", { className: "ex" }, ...text));
    if (sections[0]) made.append(element("p", { className: "sub" }, words.sections, ...sections));
    return made;
  };

  async function show(me) {
    const items = (await Promise.all(list.slice(shown, shown + PAGE).map((one) => one.data()))).map(item);
    if (me !== run) return;
    if (!shown) results.replaceChildren();
    results.append(...items);
    shown += items.length;
    more.hidden = shown >= list.length;
    state.textContent = message;
    return items[0];
  }

  async function search() {
    clearTimeout(timer);
    const me = ++run, term = box.value.trim(), on = {}, query = new URLSearchParams(term && { q: term });
    for (const { name, value, checked } of facets) if (checked) {
      (on[name] ??= []).push(value);
      query.append(name, value);
    }
    if (order.value) query.set(order.name, order.value);
    try { history.replaceState(null, "", "?" + query); } catch {} // from disk
    clear.hidden = !Object.keys(on).length;
    try {
      const found = await (location.protocol === "file:" ? scan(term, on) : ask(term, on).catch(() => scan(term, on)));
      if (me !== run) return;
      list = found.list;
      shown = 0;
      const n = list.length, values = { n: number.format(n), q: term };
      message = words[(n ? "found" : "none") + (term && "For")].replace(/{([nq])}/g, (_, key) => values[key])
        + (n ? "" : " " + (clear.hidden ? words.hint : words.hintFilter)) + found.note;
      for (const { name, value, parentNode } of facets) {
        const count = found.counts[name]?.[value] ?? 0;
        parentNode.lastElementChild.textContent = number.format(count);
        parentNode.classList.toggle("zero", !count);
      }
      await show(me);
    } catch {
      if (me === run) state.textContent = words.failed;
    }
  }

  // ---- listening

  const address = new URLSearchParams(location.search);
  box.value = address.get("q");
  order.value = address.get(order.name) ?? "";
  for (const one of facets) one.checked = address.getAll(one.name).includes(one.value);

  box.oninput = () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); };
  box.form.onsubmit = () => { search(); return false; };
  $("#facets").onchange = order.onchange = search;
  clear.onclick = () => { for (const one of facets) one.checked = false; box.focus(); search(); };
  more.onclick = async () => (await show(++run))?.querySelector("a").focus(); // pressed twice: begins again, nothing comes twice
  document.onkeydown = (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("[type=search],select")) return;
    event.preventDefault();
    box.focus();
    box.select();
  };

  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width:60rem)").matches) $(".fx").open = true;
  search();
})();
