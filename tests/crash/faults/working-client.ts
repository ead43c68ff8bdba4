import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Refusal } from '#shared/contract/refusal.ts';
import { Acknowledgements } from '../acknowledgements.ts';
import { CityModel, type Deed, differenceOf } from '../city-model.ts';
import { doDeed } from '../do-deed.ts';
import { type EngineUnderTest, refusalIn } from '../engine-under-test.ts';
import { BrokenPromise, verify } from '../kills/verify.ts';
import { faultsOf, observeCity } from '../observe.ts';

/** A client at an engine that goes on living while its disk does not: keeps the book and the model of what must be there. */
export class WorkingClient {
  readonly model = new CityModel();
  readonly engine: EngineUnderTest;
  readonly path: string;
  readonly #book: Acknowledgements;
  readonly #sources: string;
  /** Refused at its very end, and not looked for yet. */
  #unsettled: Deed | null = null;

  private constructor(engine: EngineUnderTest, path: string, own: string) {
    this.engine = engine;
    this.path = path;
    this.#sources = own;
    this.#book = new Acknowledgements(join(own, 'book.jsonl'));
  }

  /** With a new project at `path`; files to import and the book lie in `own`. */
  static async atNewProject(engine: EngineUnderTest, path: string, own: string): Promise<WorkingClient> {
    mkdirSync(own, { recursive: true });
    await engine.client.project.create({ file: await engine.hand(path), city: { name: 'Puerto Prueba' } });
    return new WorkingClient(engine, path, own);
  }

  /**
   * Null when it was acknowledged, else the refusal; what is refused must not be there. Where the very end of a change fails, which only removes
   * its journal for good, `mayStay` lets it be there wholly or not at all. Anything else that goes wrong is thrown.
   */
  async try(deed: Deed, mayStay: (refusal: Refusal) => boolean = () => false): Promise<Refusal | null> {
    this.#book.sent(deed);
    try {
      await doDeed(this.engine, deed, this.#sources);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw new BrokenPromise(`${deed.kind} ended in something else than an answer: ${String(error)}`, { cause: error });
      if (mayStay(refusal) && this.#unsettled === null) this.#unsettled = deed;
      else this.#book.settled('refused');
      return refusal;
    }
    this.#book.settled('acknowledged');
    this.model.do(deed);
    return null;
  }

  /** Holds what the working engine and the file under it say against what was acknowledged; true when a refused change that may stay is there. */
  async check(): Promise<boolean> {
    // The engine first: what a failed write left behind is put right by its next look at the file.
    const found = await observeCity(this.engine.client, this.path);
    const faults = faultsOf(this.path);
    if (faults.length > 0) throw new BrokenPromise(`the file is not sound: ${faults.slice(0, 5).join('; ')}`);
    const deed = this.#unsettled;
    this.#unsettled = null;
    const difference = differenceOf(this.model.state, found);
    if (!deed && difference) throw new BrokenPromise(`after ${this.model.log.length} changes: ${difference}`);
    if (!deed) return false;
    if (difference) {
      this.model.do(deed);
      const withIt = differenceOf(this.model.state, found);
      if (withIt) throw new BrokenPromise(`${deed.kind} is neither there nor not there.\n  Without it: ${difference}\n  With it: ${withIt}`);
    }
    this.#book.settled(difference ? 'turned-out-done' : 'refused');
    return difference !== null;
  }

  /** The same with another engine, from the file alone. */
  async checkAnew(other: EngineUnderTest): Promise<void> {
    await this.engine.client.project.close();
    await verify(other, this.path, this.#book);
    this.#book.close();
  }
}
