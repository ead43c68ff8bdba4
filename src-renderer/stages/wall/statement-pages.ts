/** What fits on one picture in type that is read from ten metres. */
const mostCards = 6;
const mostLetters = 520;
/** A card takes room even when it says little. */
const leastLetters = 60;

/** Statements in pages of cards, in their order. A long one has a page of its own. */
export function statementPages<Statement extends { readonly text: string }>(statements: readonly Statement[]): Statement[][] {
  const pages: Statement[][] = [];
  let room = 0;
  for (const statement of statements) {
    const letters = Math.max(statement.text.length, leastLetters);
    const page = pages.at(-1);
    if (page && page.length < mostCards && letters <= room) {
      page.push(statement);
      room -= letters;
    } else {
      pages.push([statement]);
      room = mostLetters - letters;
    }
  }
  return pages;
}

/** The last step: every page of cards, then each statement alone; one statement is alone from the start. */
export function lastStatementStep(statements: readonly { readonly text: string }[]): number {
  if (statements.length < 2) return 0;
  return statementPages(statements).length + statements.length - 1;
}

/** The statements that a step shows. */
export function statementsAt<Statement extends { readonly text: string }>(statements: readonly Statement[], step: number): readonly Statement[] {
  const pages = statementPages(statements);
  const page = pages[step];
  if (page) return page;
  const alone = statements[Math.min(step - pages.length, statements.length - 1)];
  return alone ? [alone] : [];
}
