import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { dataFolders } from './fixtures.ts';

export interface PhoneOptions {
  readonly language?: 'en' | 'es' | 'ar';
  /** A phone whose browser runs no script. */
  readonly isScriptless?: boolean;
}

type Words = Readonly<Record<string, string>>;
const locales = { en: 'en-GB', es: 'es-MX', ar: 'ar-EG' };

function wordsIn(language: keyof typeof locales): Words {
  return JSON.parse(readFileSync(join(dataFolders.resources, 'locales', `${language}.json`), 'utf8')) as Words;
}

/** A participant's phone: a browser of its own, as small as an old one. */
export class Phone {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #words: Words;

  private constructor(context: BrowserContext, page: Page, words: Words) {
    this.#context = context;
    this.page = page;
    this.#words = words;
  }

  static async make(browser: Browser, { language = 'en', isScriptless = false }: PhoneOptions = {}): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      locale: locales[language],
      javaScriptEnabled: !isScriptless,
    });
    return new Phone(context, await context.newPage(), wordsIn(language));
  }

  /** By the address in the square code, which carries the code. */
  async comeIn(url: string, code: string): Promise<void> {
    await this.page.goto(`${url}/?c=${code}`);
    await this.page.getByRole('button', { name: this.#word('room.wayIn.enter'), exact: true }).click();
  }

  /** Presses what the person chooses to say, by its words, and goes on. */
  async say(...words: readonly string[]): Promise<void> {
    for (const word of words) await this.page.getByText(word, { exact: true }).first().click();
    await this.page.getByRole('button', { name: this.#word('room.who.say'), exact: true }).click();
  }

  /** Waits for the question to come by itself; without script the page comes again after a while. */
  async waitFor(question: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: question })).toBeVisible({ timeout: 30_000 });
  }

  /** Dots by the option's place in the list. */
  async placeDots(dots: readonly number[]): Promise<void> {
    await this.markDots(dots);
    await this.pressSend();
    await expect(this.page.getByRole('heading', { name: this.#word('room.received.title') })).toBeVisible();
  }

  async markDots(dots: readonly number[]): Promise<void> {
    for (const [place, count] of dots.entries()) {
      if (count > 0) await this.page.locator(`input[name="${place}"][value="${count}"]`).check({ force: true });
    }
  }

  /** Whatever comes of it. */
  async pressSend(): Promise<void> {
    await this.page.getByRole('button', { name: this.#word('room.ballot.send'), exact: true }).click();
  }

  #word(key: string): string {
    return this.#words[key] ?? key;
  }

  /** Out of reach of the network, as behind a wall. */
  dropOut(): Promise<void> {
    return this.#context.setOffline(true);
  }

  comeBack(): Promise<void> {
    return this.#context.setOffline(false);
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
