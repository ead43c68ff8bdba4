import type { PaperAsk } from '#shared/domain/paper.ts';
import { directionOf } from '#shared/i18n/languages.ts';
import { createTranslate, type Texts } from '#shared/i18n/texts.ts';
import { qrCode } from '#shared/methods/qr-code.ts';
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

function qrSvg(text: string): string {
  const { size, path } = qrCode(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path fill="#000" d="${path}"/></svg>`;
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
