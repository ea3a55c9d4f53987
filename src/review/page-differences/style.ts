/**
 * How marks look on a page of the reader's site, for a style sheet or a style element of the frame it stands in. Every
 * mark has a line as well as a colour, and words stand on a ground of its own, so that they can be read in light and
 * dark whatever is around.
 */
export const marksStyle = `
:root {
  --sm-added-ground: light-dark(#d3f5dd, #0f3b20);
  --sm-added-ink: light-dark(#0b4620, #c6f6d3);
  --sm-added-line: light-dark(#137a3a, #4fc877);
  --sm-removed-ground: light-dark(#ffe3e0, #4b1512);
  --sm-removed-ink: light-dark(#7d130c, #ffd9d5);
  --sm-removed-line: light-dark(#b3261e, #ff8f86);
  --sm-moved-ground: light-dark(#e3ecff, #152b55);
  --sm-moved-ink: light-dark(#17356f, #dae6ff);
  --sm-moved-line: light-dark(#2f5fc4, #8fb3ff);
  --sm-changed-ground: light-dark(#fff0c2, #47360a);
  --sm-changed-ink: light-dark(#553d00, #ffeab0);
  --sm-changed-line: light-dark(#8a6500, #e6b93c);
  --sm-comment-ground: light-dark(#efe6ff, #33205c);
  --sm-comment-ink: light-dark(#3a1a78, #e9deff);
  --sm-comment-line: light-dark(#6b3fc0, #b99bff);
}
.sm-change {
  border-radius: 2px;
  box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
  padding: 0 0.12em;
  scroll-margin: 6rem;
  text-decoration-thickness: 2px;
  text-underline-offset: 0.18em;
}
.sm-change:not(.sm-change--block) a:not(.usa-button) { color: inherit; }
.sm-change--added { background: var(--sm-added-ground); color: var(--sm-added-ink); text-decoration: underline 2px var(--sm-added-line); }
.sm-change--removed { background: var(--sm-removed-ground); color: var(--sm-removed-ink); text-decoration: line-through 2px var(--sm-removed-line); }
.sm-change--removed a:not(.usa-button) { text-decoration: underline line-through; }
.sm-change--changed { background: var(--sm-changed-ground); color: var(--sm-changed-ink); text-decoration: underline dotted 2px var(--sm-changed-line); }
.sm-change--moved { background: var(--sm-moved-ground); color: var(--sm-moved-ink); text-decoration: none; }
.sm-change--page { display: block; text-decoration: none; }
.sm-change--block { border-left: 5px solid transparent; display: block; margin-block: 0.75rem; padding: 0.25rem 0.25rem 0.25rem 0.75rem; }
.sm-change--block > :first-child, .sm-change-heard + * { margin-top: 0; }
.sm-change--block > :last-child { margin-bottom: 0; }
.sm-change--block.sm-change--added { border-left: 5px solid var(--sm-added-line); text-decoration: none; }
.sm-change--block.sm-change--removed { border-left: 5px dashed var(--sm-removed-line); }
.sm-change--block.sm-change--moved { border-left: 5px double var(--sm-moved-line); }
.sm-change--page.sm-change--block { border-left: 5px solid var(--sm-changed-line); }
.sm-change--here { box-shadow: 0 0 0 3px var(--sm-moved-line); }
[data-change-looks='changed'] { outline: 2px dotted var(--sm-changed-line); outline-offset: 3px; }
/* What is gone has no number among the steps that are left. */
li[data-change-side='before'] { counter-increment: list-item 0 !important; list-style-type: '– '; }
li[data-change-side='before'].usa-process-list__item { list-style-type: none; }
li[data-change-side='before'].usa-process-list__item::before { background: var(--sm-removed-ground) !important; border-color: var(--sm-removed-line) !important; color: var(--sm-removed-ink) !important; content: '–' !important; counter-increment: none !important; }
.sm-change-note {
  background: var(--sm-changed-ground);
  border-radius: 4px;
  box-decoration-break: clone;
  -webkit-box-decoration-break: clone;
  box-shadow: inset 0 0 0 1px var(--sm-changed-line);
  color: var(--sm-changed-ink);
  font: 600 0.8125rem/1.35 system-ui, sans-serif;
  letter-spacing: normal;
  margin: 0 0.3em;
  overflow-wrap: anywhere;
  padding: 0.1em 0.5em;
  text-decoration: none;
  text-transform: none;
  vertical-align: baseline;
}
.sm-change--moved > .sm-change-note { background: var(--sm-moved-ground); box-shadow: inset 0 0 0 1px var(--sm-moved-line); color: var(--sm-moved-ink); }
.sm-change--block > .sm-change-note { display: block; margin: 0 0 0.4em; width: fit-content; }
.sm-change-fold { background: var(--sm-moved-ground); color: var(--sm-moved-ink); margin: 0; }
.sm-change-fold > summary { cursor: pointer; font: 600 0.8125rem/1.35 system-ui, sans-serif; }
.sm-change-fold[open] { text-decoration: line-through; }
.sm-change-gap { color: inherit; letter-spacing: 0.3em; margin: 0.5rem 0; opacity: 0.75; text-align: center; }
.sm-comment { background: var(--sm-comment-ground); border-bottom: 3px dotted var(--sm-comment-line); color: var(--sm-comment-ink); cursor: pointer; scroll-margin: 6rem; }
.sm-comment--here { box-shadow: 0 0 0 3px var(--sm-comment-line); }
.sm-comment-number { background: var(--sm-comment-line); border-radius: 999px; color: light-dark(#fff, #1b1230); font: 700 0.75rem/1 system-ui, sans-serif; margin-left: 0.25em; padding: 0.1em 0.5em; vertical-align: super; }
.sm-change-heard { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
@media (forced-colors: active) {
  .sm-change--added { text-decoration: underline double; }
  .sm-change--changed, .sm-change--moved { outline: 1px dotted; }
}
`
