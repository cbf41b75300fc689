// Finds controls as a person names them, by role and name; put before the scripts of `find.rs` and `layout.rs`. Names
// are computed in the short way that our own widgets need; that they are right in full is what axe examines.
const page = (() => {
  const words = (text) => text.replace(/\s+/g, ' ').trim();
  const visible = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;

  const OF_TAG = {
    a: (e) => (e.hasAttribute('href') ? 'link' : null),
    article: () => 'article',
    aside: () => 'complementary',
    blockquote: () => 'blockquote',
    button: () => 'button',
    caption: () => 'caption',
    dialog: () => 'dialog',
    fieldset: () => 'group',
    form: () => 'form',
    footer: () => 'contentinfo',
    h1: () => 'heading',
    h2: () => 'heading',
    h3: () => 'heading',
    header: () => 'banner',
    li: () => 'listitem',
    main: () => 'main',
    mark: () => 'mark',
    nav: () => 'navigation',
    option: () => 'option',
    section: () => 'region',
    select: () => 'combobox',
    summary: () => 'button',
    table: () => 'table',
    td: () => 'cell',
    textarea: () => 'textbox',
    tr: () => 'row',
    input: (e) => ({ checkbox: 'checkbox', radio: 'radio', search: 'searchbox' })[e.type] ?? 'textbox',
  };
  const role = (e) => e.getAttribute('role') ?? OF_TAG[e.localName]?.(e) ?? null;

  // What is read aloud of an element: its text and its parts' labels, without what is hidden from reading.
  function text(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    if (node.hasAttribute('aria-label')) return ` ${node.getAttribute('aria-label')} `;
    const inner = [...node.childNodes].map(text).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
  }

  function name(e) {
    const by = e.getAttribute('aria-labelledby');
    if (by) return words(by.split(/\s+/).map((id) => text(document.getElementById(id) ?? new Text())).join(' '));
    if (e.hasAttribute('aria-label')) return words(e.getAttribute('aria-label'));
    if (e.labels?.length) return words([...e.labels].map(text).join(' '));
    if (e.localName === 'fieldset') return words(text(e.querySelector('legend') ?? new Text()));
    return words(text(e)) || words(e.getAttribute('title') ?? '');
  }

  function all(wanted, within = document) {
    return [...within.querySelectorAll('*')].filter((e) => role(e) === wanted && visible(e));
  }

  // The exact name first; else the first that begins with it; else the first that holds it.
  function find(wanted, called, within = document) {
    const named = all(wanted, within).map((e) => [e, name(e)]);
    return (
      named.find(([, n]) => n === called) ??
      named.find(([, n]) => n.startsWith(called)) ??
      named.find(([, n]) => n.includes(called)) ?? [null]
    )[0];
  }

  return { all, find, name, role, text: (e) => words(text(e)), visible, words };
})();
