import type { LivePart } from '#shared/domain/policy-text-live.ts';
import classes from './live-block.module.css';

/** What live blocks say, as the documents print it. */
export function LiveParts({ parts }: { parts: readonly LivePart[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: parts have no names, and only ever change together.
  return parts.map((part, place) => <Part key={`${place} ${part.kind}`} part={part} />);
}

function Part({ part }: { part: LivePart }) {
  switch (part.kind) {
    case 'text':
      return (
        <p className={part.isStrong ? classes.strong : undefined} dir="auto">
          {part.text}
        </p>
      );
    case 'quote':
      return (
        <blockquote className={classes.quote} dir="auto">
          {part.text}
        </blockquote>
      );
    case 'missing':
      return <p className={classes.missing}>{part.text}</p>;
    case 'list': {
      const items = part.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand in a list twice, and items have nothing else.
        <li key={`${place} ${item}`} dir="auto">
          {item}
        </li>
      ));
      return part.isNumbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'facts':
      return (
        <dl className={classes.facts}>
          {part.items.map(({ label, text }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: labels repeat, and facts have nothing else.
            <div key={`${place} ${label}`}>
              <dt>{label}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          ))}
        </dl>
      );
    case 'table':
      return <PartTable part={part} />;
    case 'figure':
      return (
        <figure className={classes.figure}>
          <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(part.svg)}`} alt={part.alt} />
          <figcaption>
            <span>{part.caption}</span>
            <small>{part.source}</small>
          </figcaption>
        </figure>
      );
    case 'signatures':
      return (
        <div className={classes.signatures}>
          {part.items.map(({ name, title, body }) => (
            <p key={`${name} ${title} ${body}`}>
              <strong>{name}</strong>
              <span>{[title, body].filter(Boolean).join(', ')}</span>
              <small>{part.dateLabel}</small>
            </p>
          ))}
        </div>
      );
  }
}

function PartTable({ part }: { part: Extract<LivePart, { kind: 'table' }> }) {
  const row = (cells: readonly string[], key: string) => (
    <tr key={key}>
      {cells.map((cell, place) => (
        <td key={`${key} ${part.columns[place]?.label ?? place}`} data-end={part.columns[place]?.isEnd || undefined} dir="auto">
          {cell}
        </td>
      ))}
    </tr>
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its place is scrolled by keyboard, too.
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={part.caption}>
      <table className={classes.table}>
        <caption>{part.caption}</caption>
        <thead>
          <tr>
            {part.columns.map(({ label, isEnd }) => (
              <th key={label} scope="col" data-end={isEnd || undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{part.rows.map((cells, place) => row(cells, `${place} ${cells.join('|').slice(0, 80)}`))}</tbody>
        {part.total.length > 0 ? <tfoot>{row(part.total, 'total')}</tfoot> : null}
      </table>
      {part.note ? <p className={classes.tableNote}>{part.note}</p> : null}
    </div>
  );
}
