import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { type Reading, type ScanLanguage, scanLanguages } from '#shared/domain/strategies.ts';
import { guessLanguage, type ScanResult, scanText } from '#shared/methods/strategy-scan.ts';
import { readDocumentText } from '../../imports/documents/document-text.ts';
import { foreign } from '../imports/open-file.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { scanTerms } from './scan-terms.ts';

/** What a text told; the text itself is not kept. */
export interface StrategyReading extends ScanResult {
  readonly fileName: string;
  readonly sha256: string;
  readonly language: ScanLanguage;
}

/** Reads a pasted text or a file and counts. Refusals: `file/*`; `strategies/no-words` where there is nothing to count or no language can be told. */
export async function readStrategy(services: EngineServices, reading: Reading): Promise<StrategyReading> {
  const { text, fileName, sha256 } = 'text' in reading ? ofPasted(reading.text) : await ofFile(services, reading.file);
  const language = reading.language ?? guessLanguage(text, scanLanguages) ?? refuse('strategies/no-words');
  const result = scanText(text, language, scanTerms(services.folders.resources, language));
  if (result.wordCount === 0) refuse('strategies/no-words');
  return { fileName, sha256, language, ...result };
}

function ofPasted(text: string) {
  return { text, fileName: '', sha256: createHash('sha256').update(text).digest('hex') };
}

async function ofFile(services: EngineServices, token: string) {
  const { path, fileName } = services.files.get(token);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? refuse('file/not-found', { fileName });
  return { fileName, ...(await foreign(() => readDocumentText(path, fileName, size))) };
}
