import encodeQR from 'qr';
import type { PaperAsk } from '#shared/domain/paper.ts';
import { directionOf } from '#shared/i18n/languages.ts';
import { createTranslate, type Texts } from '#shared/i18n/texts.ts';
import type { Paper } from './paper-document.ts';
import type { PaperWriter } from './paper-writer.ts';

type CardAsk = Extract<PaperAsk, { kind: 'room-card' }>;

/** The card on the table: how a phone gets in, in each of the languages. What is not known is left as a line to write on. */
export function writeRoomCard(writer: PaperWriter, ask: CardAsk, texts: Readonly<Record<string, Texts>>): Paper {
  const { t } = writer.context;
  const isOpen = ask.wifiPassword === '';
  return writer.finish(t('paper.roomCard'), {
    is: 'card',
    size: ask.size,
    workshop: writer.foot(),
    wifi: {
      qr: ask.wifiName ? writer.addSvg('wifi.svg', qrSvg(wifiText(ask))) : '',
      label: t('paper.wifi'),
      name: ask.wifiName,
      passwordLabel: isOpen && ask.wifiName ? t('paper.wifiOpen') : t('paper.password'),
      password: ask.wifiPassword,
      alt: t('paper.wifiAlt', { name: ask.wifiName }),
    },
    page: {
      qr: ask.url ? writer.addSvg('page.svg', qrSvg(ask.url)) : '',
      label: t('paper.address'),
      address: ask.url.replace(/^https?:\/\//, '').replace(/\/$/, ''),
      alt: t('paper.pageAlt', { address: ask.url }),
    },
    code: t('paper.codeOnWall'),
    languages: ask.languages.map((language) => {
      const say = createTranslate(language, texts);
      return {
        language,
        direction: directionOf(language),
        title: say('paper.card.title'),
        steps: [
          say(isOpen && ask.wifiName ? 'paper.card.stepWifiOpen' : 'paper.card.stepWifi', { name: isolated(ask.wifiName) }),
          say('paper.card.stepPage'),
          say('paper.card.stepCode'),
        ],
        staying: say('paper.card.staying'),
      };
    }),
  });
}

/** Modules as one SVG path, with the quiet zone of four modules that ISO/IEC 18004 asks for. */
function qrSvg(text: string): string {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges"><rect width="${rows.length}" height="${rows.length}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`;
}

/** What phones' cameras understand as «join this network». */
function wifiText({ wifiName, wifiPassword }: CardAsk): string {
  const plain = (value: string) => value.replaceAll(/([\\;,:"])/g, '\\$1');
  return wifiPassword ? `WIFI:T:WPA;S:${plain(wifiName)};P:${plain(wifiPassword)};;` : `WIFI:T:nopass;S:${plain(wifiName)};;`;
}

/** A name in whatever script keeps its own direction inside the sentence. */
function isolated(name: string): string {
  return name ? `\u2068${name}\u2069` : '……………';
}
