// What a browser adds to the overview: filters, copying, and a number's way back to its cells. Without it all else is there.
'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const every = selector => [...document.querySelectorAll(selector)];
  for (const node of every('button.copy, .with-script, #filters')) node.hidden = false;

  // ---- copying
  const tell = text => {
    byId('told').textContent = text;
  };
  const copied = async text => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // Pages from disk may not reach the clipboard in every browser.
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      const done = document.execCommand('copy');
      area.remove();
      return done;
    }
  };
  const copyFrom = async (button, text) => {
    const before = button.dataset.label ?? button.textContent;
    button.dataset.label = before;
    const done = await copied(text);
    button.focus();
    button.textContent = done ? '已复制' : '请选中后按 Ctrl+C';
    tell(button.textContent);
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  };
  for (const button of every('button.copy'))
    button.addEventListener('click', () => copyFrom(button, byId(button.dataset.from).textContent));

  // ---- findings
  const findings = every('.finding').map(item => ({ item, words: null }));
  const filters = byId('filters');
  const filter = () => {
    const chosen = new FormData(filters);
    const words = String(chosen.get('words')).toLowerCase().split(/\s+/u).filter(word => word !== '');
    const fields = ['severity', 'status', 'unit', 'check'].map(name => [name, chosen.get(name)]).filter(([, value]) => value !== '');
    let count = 0;
    for (const finding of findings) {
      const { item } = finding;
      let fits = fields.every(([name, value]) => item.dataset[name] === value);
      if (fits && words.length > 0) {
        finding.words ??= item.textContent.toLowerCase();
        fits = words.every(word => finding.words.includes(word));
      }
      if (item.hidden === fits) item.hidden = !fits;
      if (fits) count += 1;
    }
    byId('found').textContent = `显示 ${count} 条，共 ${findings.length} 条`;
    byId('nothing').hidden = count > 0;
  };
  if (filters !== null) {
    filters.addEventListener('input', filter);
    filters.addEventListener('submit', event => event.preventDefault());
    filters.addEventListener('reset', () => setTimeout(filter));
    filter();
  }
  for (const link of every('a.see'))
    link.addEventListener('click', () => {
      filters.reset();
      filters.elements.unit.value = link.dataset.unit;
      setTimeout(filter);
    });
  // A button in each of thousands would be read and drawn by nobody.
  document.addEventListener('toggle', event => {
    const code = event.target.matches?.('.finding details[open]') ? event.target.querySelector('dd code') : null;
    if (code === null || code.nextElementSibling !== null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = '复制编号';
    button.addEventListener('click', () => copyFrom(button, code.textContent));
    code.after(button);
  }, true);
  const openNamed = () => {
    const named = findings.find(({ item }) => item.id === location.hash.slice(1));
    if (named === undefined) return;
    if (named.item.hidden) filters.reset();
    named.item.querySelector('details').open = true;
    named.item.scrollIntoView();
  };
  addEventListener('hashchange', openNamed);
  openNamed();

  // ---- sums
  const sources = JSON.parse(byId('sources').textContent);
  const figures = new Map(sources.figures.map(figure => [figure.item, figure]));
  const silent = Math.min(...sources.figures.map(({ missing }) => missing.length));
  const dialog = byId('source');
  const names = units => units.map(unit => sources.units[unit] ?? '').join('、');
  const cell = (name, text) => {
    const node = document.createElement(name);
    node.textContent = text;
    if (name === 'th') node.scope = 'row';
    return node;
  };
  const amount = ([, raw, , , counted]) => Number(counted === undefined ? raw : counted);
  const row = ([unit, raw, place, address, counted]) => {
    const line = document.createElement('tr');
    const [file, sheet] = sources.places[place] ?? ['', ''];
    const taken = counted === undefined ? raw : counted === null ? '没有计入' : counted;
    const typed = place === -1 ? '（没有这一行）' : raw === '' ? '（空）' : raw;
    line.append(cell('th', sources.units[unit] ?? ''), ...[typed, taken, file, sheet, address].map(text => cell('td', text)));
    return line;
  };
  const show = (figure, data) => {
    const from = [...figure.from].sort((a, b) => (amount(b) || 0) - (amount(a) || 0));
    const filled = from.filter(source => amount(source) !== 0).length;
    byId('source-title').textContent = figure.label;
    byId('source-sum').textContent =
      `合计 ${data.textContent}${figure.unit}，由 ${from.filter(source => source[4] !== null).length} 个单位相加而来，其中 ${filled} 个不是 0。`;
    byId('source-missing').textContent = figure.missing.length === 0 ? '' : `不含 ${figure.missing.length} 个单位：${names(figure.missing)}。`;
    byId('source-rows').replaceChildren(...from.map(row));
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  for (const data of every('#sums data[data-item]')) {
    const figure = figures.get(data.dataset.item);
    if (figure === undefined) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.title = `${figure.label}：看来源`;
    button.setAttribute('aria-haspopup', 'dialog');
    if (figure.missing.length > silent) {
      button.classList.add('lacks');
      byId('lacks').hidden = false;
      button.title += `（缺 ${figure.missing.length} 个单位）`;
    }
    button.addEventListener('click', () => show(figure, data));
    data.removeAttribute('title');
    data.replaceWith(button);
    button.append(data);
  }
  byId('source-close').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });

  // ---- paper: browsers that print only what is open
  let opened = [];
  addEventListener('beforeprint', () => {
    opened = every('details:not([open])');
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });
})();
