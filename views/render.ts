import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A whole document: whatever comes from data was escaped on the way. */
export function renderDocument(vnode: VNode): string {
  return `<!doctype html>\n${renderToString(vnode)}`;
}
