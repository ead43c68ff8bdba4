import type { RoomBallot, RoomView } from '../../engine/room/room-questions.ts';
import { type Fields, foldKept, keptField } from '../form-fields.ts';
import { markup, nothing } from './markup.ts';
import type { PageParts, Reader } from './page.ts';

/** Without script a page that waits is asked for again after so many seconds. */
const refresh = { seconds: 8 };

export function waitingPage(reader: Reader, view: RoomView): PageParts {
  const { t, formats } = reader;
  const who = view.asks.length === 0 ? nothing : markup`<p><a class="button second" href="/who">${t('room.waiting.who')}</a></p>`;
  const group = view.groups.find(({ id }) => id === view.groupId);
  const session = view.session
    ? markup`<p dir=auto><b>${view.session.title}</b></p>${view.session.endsAt === null ? nothing : markup`<p class=soft>${t('room.waiting.until', { time: formats.time(view.session.endsAt) })}</p>`}`
    : nothing;
  return {
    title: t('room.waiting.title'),
    version: view.version,
    refresh,
    body: markup`<div class=ok>${reader.pictures.drawing('face-4')}</div><h1>${t('room.waiting.title')}</h1>${
      view.number === null ? nothing : markup`<p class=big>${t('room.phone', { number: formats.count(view.number) })}</p>`
    }${group ? markup`<p>${t('room.waiting.group')} <b dir=auto>${group.name}</b></p>` : nothing}<p>${t('room.waiting.text')}</p>${session}${who}`,
  };
}

/** Whether this phone has given what it can give, or something at least. */
export const isAnswered = (ballot: RoomBallot) => (ballot.kind === 'statement' ? ballot.myStatements.length > 0 : ballot.mine !== null);

export function listPage({ t }: Reader, view: RoomView): PageParts {
  return {
    title: t('room.list.title'),
    version: view.version,
    refresh,
    body: markup`<h1>${t('room.list.title')}</h1><ul class=list>${view.ballots.map(
      (ballot) =>
        markup`<li><a href="/ballot/${ballot.id}"><b dir=auto>${ballot.question}</b><span class=soft>${t(isAnswered(ballot) ? 'room.list.answered' : 'room.list.open')}</span></a></li>`,
    )}</ul>`,
  };
}

/** The room has moved on, or is closed: nothing to do here. */
export function noticePage(
  { t, pictures }: Reader,
  options: { name: 'closed' | 'ballotClosed' | 'notFound' | 'tooLarge' | 'notOurs'; version?: string; action?: boolean },
): PageParts {
  const { name } = options;
  return {
    title: t(`room.${name}.title`),
    ...(options.version !== undefined && { version: options.version, refresh }),
    body: markup`<div class=ok>${pictures.drawing('people')}</div><h1>${t(`room.${name}.title`)}</h1><p>${t(`room.${name}.text`)}</p>${
      options.action ? markup`<a class=button href="/">${t('room.onward')}</a>` : nothing
    }`,
  };
}

/** Nothing of ours can be asked just now: a page asks again by itself, a form that was sent is kept with its key and sent again. */
export function momentPage({ t }: Reader, options: { name: 'moment' | 'tooFast'; seconds: number; form?: { action: string; fields: Fields } }): PageParts {
  const { name, form } = options;
  const title = t(`room.${name}.title`);
  if (!form) return { title, refresh: { seconds: options.seconds, always: true }, body: markup`<h1>${title}</h1><p role=status>${t('room.moment.text')}</p>` };
  const go = form.fields.get('go') ?? '';
  const kept = new Map([...form.fields].filter(([field]) => field !== 'go'));
  return {
    title,
    body: markup`<h1>${title}</h1><p role=status>${t('room.moment.kept')}</p><form method=post action="${form.action}"><input type=hidden name=${keptField} value="${foldKept(kept)}"><button name=go value="${go}">${t('room.moment.again')}</button></form>`,
  };
}
