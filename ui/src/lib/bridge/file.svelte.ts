// Files of the user's machine: asking for one, and files dropped onto the window. Only paths pass through here;
// reading and writing is the core's business.
import { documentDir, sep } from '@tauri-apps/api/path';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import { open, save } from '@tauri-apps/plugin-dialog';

export interface FileKind {
  name: string;
  extensions: string[];
}

export const DOSSIER: FileKind = { name: 'Dossier', extensions: ['dossier'] };
export const PLAIN_TEXT: FileKind = { name: 'Text', extensions: ['txt', 'md', 'text'] };

/** Asks for a file to read; null when the user thought better of it. */
export async function askForFile(title: string, kinds: FileKind[]): Promise<string | null> {
  return await open({ title, multiple: false, directory: false, filters: kinds });
}

/** Asks where to write. */
export async function askWhere(title: string, name: string, kinds: FileKind[]): Promise<string | null> {
  return await save({ title, defaultPath: name, filters: kinds });
}

/** The user's folder for documents, with its last separator; empty where the system names none. */
export async function documentsFolder(): Promise<string> {
  try {
    const folder = await documentDir();
    return folder === '' || folder.endsWith(sep()) ? folder : folder + sep();
  } catch {
    return '';
  }
}

/** Whether a path ends as files of this kind do. */
export function isKind(path: string, kind: FileKind): boolean {
  return kind.extensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));
}

interface Taker {
  take: (paths: string[]) => void;
  kind: FileKind | undefined;
}

/** Files held over the window or dropped onto it. The shell reports these to the whole window, not to a place. */
class FileDrop {
  over = $state(false);
  #takers: Taker[] = [];
  #listening = false;

  /**
   * Hears of dropped files for the life of a component; the newest taker gets them. Whoever asks for one kind of
   * file is asked before those who take any, so that a dossier dropped onto a meeting is opened, not attached.
   */
  use(take: (paths: string[]) => void, kind?: FileKind): void {
    $effect(() => {
      void this.#listen();
      const taker = { take, kind };
      this.#takers.push(taker);
      return () => {
        this.#takers = this.#takers.filter((t) => t !== taker);
      };
    });
  }

  #drop(paths: string[]): void {
    const newest = [...this.#takers].reverse();
    for (const { take, kind } of newest) {
      const wanted = kind ? paths.filter((path) => isKind(path, kind)) : [];
      if (wanted.length > 0) return take(wanted);
    }
    newest.find((t) => !t.kind)?.take(paths);
  }

  async #listen(): Promise<void> {
    if (this.#listening) return;
    this.#listening = true;
    try {
      await getCurrentWebview().onDragDropEvent(({ payload }) => {
        this.over = payload.type === 'enter' || payload.type === 'over';
        if (payload.type !== 'drop') return;
        this.#drop(payload.paths);
        // The keys still belong to the program the file came from; what follows is done here. Where the system does
        // not allow it, a click does the same.
        getCurrentWindow()
          .setFocus()
          .catch(() => undefined);
      });
    } catch (error) {
      this.#listening = false;
      console.error('Dropped files cannot be heard of.', error);
    }
  }
}

export const fileDrop = new FileDrop();
