// See search.html. Everything is set as text, never as markup.
(() => {
  const PAGE = 10, PAUSE = 180, EXCERPT = 28, ROOTS = 0.1, NEAR = 0.4, MOST_NEAR = 3; // reasons: search.html

  const $ = (selector) => document.querySelector(selector);
  const words = $("main").dataset;
  const box = $("#q"), state = $("#stat"), results = $("#res"), order = $("#sort"), more = $("#more"), clear = $("#clear");
  const facets = [...document.querySelectorAll("#facets input")];
  const at = (path) => new URL(path || ".", location);
  const number = new Intl.NumberFormat(document.documentElement.lang);

  let run = 0; // the latest question; older answers are dropped after every await
  let list, shown, message, timer, engine, data;

  const element = (tag, properties, ...content) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...content);
    return made;
  };

  const U = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f]", spread = (text) => text.replace(RegExp(`(?<=${U})(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])(?=${U})`, "gu"), " ");
  const joined = (text) => text.replace(RegExp(`(?<=${U}(</mark>)?) | (?=(<mark>)?${U})`, "g"), "");

  const load = async () => {
    const pagefind = await import(at(words.top + "pagefind/pagefind.js"));
    await pagefind.options({ baseUrl: at(words.root).pathname, excerptLength: EXCERPT, noWorker: true, ranking: { metaWeights: { akar: ROOTS } } });
    return pagefind;
  };

  async function ask(term, on) {
    const pagefind = await (engine ??= load()), wide = spread(term);
    if (wide !== term) term = /[\s"]/.test(term) ? wide : `"${wide}"`;
    const filters = {};
    for (const key in on) filters[key] = { any: on[key] };
    const sort = order.value === "oldest" ? { oldest: "asc" } : order.value || !term ? { newest: "desc" } : {};
    // Counts need every filter to be there; they come together with the words' own parts, not before them.
    await Promise.all([pagefind.filters(), pagefind.preload(term || null, { filters, sort })]);
    const found = await pagefind.search(term || null, { filters, sort });
    return { list: found.results, counts: found.filters, note: "" };
  }

  const loadData = () => new Promise((resolve, reject) => {
    const name = words.top + "search-data.js";
    const rules = { createScriptURL: (url) => { if (url === name) return url; throw url; } };
    const script = element("script", { onload: () => resolve(SEARCH_DATA), onerror: reject });
    script.src = (window.trustedTypes?.createPolicy("cari", rules) ?? rules).createScriptURL(name);
    document.head.append(script);
  });

  async function scan(term, on) {
    const terms = (term.toLowerCase().match(/"[^"]+"|[^\s"]+/g) ?? []).map((one) => one.replaceAll('"', ""));
    const [way, undated] = order.value === "oldest" ? [1, "9"] : [-1, "0"];
    const has = (one, key, value) => [one[key]].flat().includes(value);
    const found = (await (data ??= loadData()))
      .filter((one) => terms.every((word) => one.x.includes(word)) &&
        Object.keys(on).every((key) => on[key].some((value) => has(one, key, value))))
      .sort((a, b) => way * (a.d || undated).localeCompare(b.d || undated));
    const counts = {};
    for (const { name, value } of facets)
      (counts[name] ??= {})[value] = found.filter((one) => has(one, name, value)).length;
    const result = (one) => ({ url: at(words.root + one.u), meta: { title: one.t, ...one }, excerpt: "", sub_results: [], filters: { language: [one.language] } });
    return { list: found.map((one) => ({ data: () => result(one) })), counts, note: " " + words.simple };
  }

  const plain = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
  const marked = (text) => joined(text).split(/<\/?mark>/).map((piece, i) => i % 2 ? element("mark", {}, plain(piece)) : plain(piece));

  const item = ({ url, meta, excerpt, sub_results, filters }) => {
    const sections = sub_results.filter((one) => one.url !== url).slice(0, 2)
      .flatMap((one, i) => [i ? ", " : " ", element("a", { href: one.url }, one.title)]);
    const text = excerpt.includes("<mark>") ? marked(excerpt) : [joined(meta.summary ?? plain(excerpt))];
    const made = element("li", { lang: filters.language[0], dir: "auto" }, element("h2", {}, element("a", { className: "hl", href: url }, joined(meta.title))),
      element("p", { className: "meta" }, element("bdi", {}, meta.outlet === "-" ? words.unknown : meta.outlet), ", ", element("bdi", {}, meta[words.date])),
      element("p", { className: "ex" }, ...text));
    if (sections[0]) made.append(element("p", { className: "sub" }, words.sections, ...sections));
    return made;
  };

  const pairs = (text) => [...text.toLowerCase()].map((one, i, all) => one + all[i + 1]).slice(0, -1);
  const near = (term) => {
    const own = pairs(term);
    const like = (text) => 2 * pairs(text).filter((one) => own.includes(one)).length / (pairs(text).length + own.length);
    const known = facets.filter((one) => one.name === "keyword").map((one) => one.nextElementSibling.textContent);
    const close = known.filter((one) => like(one) > NEAR).sort((a, b) => like(b) - like(a)).slice(0, MOST_NEAR);
    return close.flatMap((one, i) => [i ? ", " : ` ${words.near} `, element("a", { href: "?q=" + encodeURIComponent(one) }, one)]);
  };

  async function show(me) {
    const items = (await Promise.all(list.slice(shown, shown + PAGE).map((one) => one.data()))).map(item);
    if (me !== run) return;
    if (!shown) results.replaceChildren();
    results.append(...items);
    shown += items.length;
    more.hidden = shown >= list.length;
    state.replaceChildren(message, ...(list[0] || !clear.hidden ? [] : near(box.value.trim())));
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
    try { history.replaceState(null, "", "?" + query); } catch {}
    clear.hidden = !Object.keys(on).length;
    try {
      const found = await (location.protocol === "file:" ? scan(term, on) : ask(term, on).catch(() => scan(term, on)));
      if (me !== run) return;
      list = found.list;
      shown = 0;
      const n = list.length, values = { n: number.format(n), q: /[\u0590-\u08ff]/.test(term) ? `\u2068${term}\u2069` : term };
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

  const address = new URLSearchParams(location.search);
  box.value = address.get("q");
  order.value = address.get(order.name) ?? "";
  for (const one of facets) one.checked = address.getAll(one.name).includes(one.value);

  box.oninput = () => { clearTimeout(timer); timer = setTimeout(search, PAUSE); };
  box.form.onsubmit = () => { search(); return false; };
  $("#facets").onchange = order.onchange = search;
  clear.onclick = () => { for (const one of facets) one.checked = false; box.focus(); search(); };
  more.onclick = async () => (await show(++run))?.querySelector("a").focus();
  document.onkeydown = (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("[type=search],select")) return;
    event.preventDefault();
    box.focus();
    box.select();
  };

  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width:60rem)").matches) $(".fx").open = true;
  search();
})();
