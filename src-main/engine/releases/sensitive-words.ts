import type { SensitiveClass } from '#shared/domain/releases.ts';

/**
 * Words of an offence's name that tell its class, in English, Spanish, Portuguese, French and Arabic: plain words (`plainWords`) without accents, with
 * the Arabic article cut. Each stands for a whole word or run of words, with or without an s at the end of its words.
 */
export const sensitiveWords: Readonly<Record<SensitiveClass, readonly string[]>> = {
  sexual: [
    ...['sexual', 'sex', 'rape', 'indecent', 'molestation', 'pornography', 'voyeurism', 'incest', 'femicide'],
    ...['violacion', 'violacione', 'sexuale', 'estupro', 'pornografia', 'incesto', 'lenocinio', 'feminicidio', 'hostigamiento sexual'],
    ...['sexuai', 'violacao', 'importunacao', 'atentado violento ao pudor'],
    ...['viol', 'sexuel', 'sexuelle', 'attentat a la pudeur', 'proxenetisme', 'inceste'],
    ...['اغتصاب', 'تحرش', 'جنسي', 'جنسيه', 'هتك عرض', 'هتك العرض'],
  ],
  partner: [
    ...[
      'domestic',
      'domestic violence',
      'domestic abuse',
      'intimate partner',
      'partner violence',
      'family violence',
      'intrafamily',
      'spouse',
      'spousal',
      'dowry',
    ],
    ...['familiar', 'intrafamiliar', 'violencia familiar', 'violencia de genero', 'violencia machista', 'pareja', 'conyuge', 'violencia contra la mujer'],
    ...['domestica', 'violencia domestica', 'maria da penha', 'conjugal', 'conjuge', 'companheira', 'violencia contra a mulher'],
    ...['conjugale', 'violence conjugale', 'intrafamiliale', 'intrafamilial', 'familiale', 'conjoint'],
    ...['عنف اسري', 'عنف الاسري', 'عنف منزلي', 'عنف عايلي', 'عنف زوجي', 'اسري', 'اسريه', 'زوجيه', 'عنف ضد مراه'],
  ],
  children: [
    ...['child', 'children', 'minor', 'infant', 'infanticide', 'juvenile', 'underage', 'neglect of child', 'student', 'pupil'],
    ...['menor de edad', 'menore', 'de menor', 'menor', 'nino', 'nina', 'infantil', 'infanticidio', 'adolescente', 'sustraccion de menor', 'pederastia'],
    ...['crianca', 'menor de idade', 'infantil', 'vulneravel'],
    ...['mineur', 'mineure', 'enfant', 'pedophilie'],
    ...['طفل', 'اطفال', 'طفله', 'قاصر', 'قاصرين', 'قصر', 'حدث', 'احداث'],
  ],
  trafficking: [
    ...['human trafficking', 'trafficking in person', 'trafficking of person', 'people trafficking', 'slavery', 'forced labour', 'forced labor', 'servitude'],
    ...['forced marriage', 'people smuggling', 'migrant smuggling', 'smuggling of migrant'],
    ...[
      'trata',
      'trata de persona',
      'trata de blanca',
      'esclavitud',
      'explotacion de persona',
      'trafico de persona',
      'trafico de menor',
      'trafico de migrante',
    ],
    ...['trafico de pessoa', 'trabalho escravo', 'escravidao', 'traite', 'traite de personne', 'traite des etre humain', 'esclavage'],
    ...['اتجار بالبشر', 'اتجار ببشر', 'اتجار بالاشخاص', 'عبوديه', 'استرقاق', 'رق', 'زواج قسري', 'عمل قسري'],
  ],
};

/** Phrases in which one of these words means something else: small things, not young people. */
export const notSensitive: readonly string[] = [
  'minor injury',
  'minor injurie',
  'minor damage',
  'minor theft',
  'minor offence',
  'minor assault',
  'minor accident',
  'minor traffic',
  'minor collision',
  'menor cuantia',
  'menor cuantía',
  'cuantia menor',
  'lesiones menore',
  'lesione menore',
  'dano menor',
  'robo menor',
  'hurto menor',
  'comercio al por menor',
  'por menor',
];
