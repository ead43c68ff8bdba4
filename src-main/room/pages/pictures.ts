import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Markup, nothing, ownMarkup } from './markup.ts';

/** The shipped pictures by name, as the inside of a drawing 24 wide and high; read once. Always shown beside words, hence hidden from those who listen. */
export class Pictures {
  readonly #folder: string;
  #drawings: ReadonlyMap<string, string> | undefined;

  constructor(resources: string) {
    this.#folder = join(resources, 'room', 'pictures');
  }

  #read(): ReadonlyMap<string, string> {
    this.#drawings ??= new Map(
      readdirSync(this.#folder)
        .filter((name) => name.endsWith('.svg'))
        .map((name) => [name.slice(0, -'.svg'.length), insideOf(readFileSync(join(this.#folder, name), 'utf8'))]),
    );
    return this.#drawings;
  }

  /** The picture itself; nothing for a name that is not shipped. */
  drawing(name: string): Markup {
    const inside = this.#read().get(name);
    return inside === undefined ? nothing : ownMarkup(`<svg class=i viewBox="0 0 24 24" aria-hidden=true>${inside}</svg>`);
  }

  /** Pictures that a page shows many times, drawn once; shown with `use`. */
  definitions(names: readonly string[]): Markup {
    const symbols = names.map((name) => `<symbol id=${name} viewBox="0 0 24 24">${this.#read().get(name) ?? ''}</symbol>`);
    return names.length === 0 ? nothing : ownMarkup(`<svg class=h aria-hidden=true>${symbols.join('')}</svg>`);
  }

  /** The old name of the attribute is what phones of ten years ago know, and browsers of today still do. */
  use(name: string): Markup {
    return ownMarkup(`<svg class=i aria-hidden=true><use xlink:href=#${name} /></svg>`);
  }
}

function insideOf(svg: string): string {
  return svg.replace(/^[^>]*>/, '').replace(/<\/svg>\s*$/, '');
}
