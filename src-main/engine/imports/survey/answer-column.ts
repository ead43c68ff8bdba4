/** Beyond so many different values a column of words is no question with answers to choose from. */
const mostCodes = 500;
/** Amounts may differ more. */
const mostAmounts = 5_000;

const amount = /^[+-]?(?:0|[1-9]\d*)(?:[.,]\d+)?$/;

/** The answers of one column, each different one kept once. Lets go of its values when there are too many to be answers of a question. */
export class AnswerColumn {
  readonly name: string;
  readonly index: number;
  /** Each different answer in the order of its first occurrence. */
  readonly values: string[] = [];
  readonly counts: number[] = [];
  /** Persons who gave any answer. */
  answered = 0;
  isTooMany = false;
  isNumeric = true;
  #ids = new Uint16Array(1024);
  #length = 0;
  readonly #idOf = new Map<string, number>();

  constructor(name: string, index: number) {
    this.name = name;
    this.index = index;
  }

  add(text: string): void {
    if (this.isTooMany) return;
    this.#push(text === '' ? 0 : this.#known(text) + 1);
  }

  /** The answer of the person at a place, null = none. */
  at(place: number): string | null {
    const id = this.#ids[place] ?? 0;
    return id === 0 ? null : (this.values[id - 1] ?? null);
  }

  #known(text: string): number {
    this.answered++;
    let id = this.#idOf.get(text);
    if (id === undefined) {
      id = this.values.length;
      if (this.isNumeric && !amount.test(text)) this.isNumeric = false;
      if (id >= (this.isNumeric ? mostAmounts : mostCodes)) {
        this.#letGo();
        return 0;
      }
      this.#idOf.set(text, id);
      this.values.push(text);
      this.counts.push(0);
    }
    this.counts[id] = (this.counts[id] ?? 0) + 1;
    return id;
  }

  #letGo(): void {
    this.isTooMany = true;
    this.#ids = new Uint16Array(0);
    this.#idOf.clear();
    this.values.length = 0;
  }

  #push(id: number): void {
    if (this.isTooMany) return;
    if (this.#length === this.#ids.length) {
      const grown = new Uint16Array(this.#length * 2);
      grown.set(this.#ids);
      this.#ids = grown;
    }
    this.#ids[this.#length] = id;
    this.#length++;
  }
}
