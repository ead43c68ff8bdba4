import type { WordDifference } from '#shared/domain/policy-text.ts';
import classes from './notes.module.css';

/** Two texts in one: what goes is crossed out, what comes is underlined. Long stretches that stay are shortened where asked. */
export function Difference({ parts, language, isShort = false }: { parts: WordDifference; language: string; isShort?: boolean }) {
  return (
    <p className={classes.difference} lang={language} dir="auto">
      {parts.map(({ kind, text }, place) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: stretches have nothing but their order.
        if (kind === 'removed') return <del key={place}>{text}</del>;
        if (kind === 'added') return <ins key={place}>{text}</ins>;
        return <span key={place}>{isShort ? shortened(text, place === 0, place === parts.length - 1) : text}</span>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: stretches have nothing but their order.
      })}
    </p>
  );
}

const context = 60;

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= context * 2.5) return text;
  const start = isFirst ? '' : text.slice(0, context);
  const end = isLast ? '' : text.slice(-context);
  return `${start} … ${end}`;
}
