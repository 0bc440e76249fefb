import { ok, refuse, type Result } from '../shared/errors.ts';
import type { Ports } from './ports.ts';

/** Writes `content` to a file that the person picks; `isSaved` is false where they picked none. */
export async function saveToFile(
  { saveFile }: Pick<Ports, 'saveFile'>,
  suggestedName: string,
  content: string,
): Promise<Result<{ isSaved: boolean }, 'file-not-saved'>> {
  try {
    return ok({ isSaved: (await saveFile(suggestedName, content)) === 'saved' });
  } catch {
    return refuse('file-not-saved');
  }
}
