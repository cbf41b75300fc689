// The pages of a PDF, by Mozilla's PDF.js: how many, how large, drawn onto a canvas, and what they say. Read when somebody
// looks at the first paper. The build for older engines is taken: WebKitGTK 2.40 is of the Safari 16 generation.
//
// The content policy lets nothing be evaluated and nothing be fetched: typefaces are in the file, pictures are drawings,
// and neither scripts nor forms of a PDF are looked at.
import type * as Library from 'pdfjs-dist';
import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFPageProxy, TextLayer } from 'pdfjs-dist';
import type { Piece } from './finding';
import { PIXELS, type Size } from './zoom';

type Reads = typeof Library;

let library: Promise<Reads> | null = null;

function pdfjs(): Promise<Reads> {
  library ??= (async () => {
    const [read, worker] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs') as Promise<Reads>,
      import('pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'),
    ]);
    read.GlobalWorkerOptions.workerSrc = worker.default;
    return read;
  })();
  return library;
}

/** More pixels than this a canvas is not given; such a page is drawn coarser. */
const MOST_PIXELS = 16_000_000;

/** The pages of one file. */
export class Pages {
  readonly sizes: readonly Size[];
  #read: Reads;
  #task: PDFDocumentLoadingTask;
  #pages: readonly PDFPageProxy[];
  #words: Promise<Piece[][]> | null = null;

  private constructor(read: Reads, task: PDFDocumentLoadingTask, pages: readonly PDFPageProxy[]) {
    this.#read = read;
    this.#task = task;
    this.#pages = pages;
    this.sizes = pages.map((page) => {
      const { width, height } = page.getViewport({ scale: 1 });
      return { width, height };
    });
  }

  /** Reads a file; the bytes are used up. */
  static async open(bytes: ArrayBuffer): Promise<Pages> {
    const read = await pdfjs();
    const task = read.getDocument({
      data: new Uint8Array(bytes),
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: read.VerbosityLevel.ERRORS,
    });
    const document: PDFDocumentProxy = await task.promise;
    const numbers = Array.from({ length: document.numPages }, (_, at) => at + 1);
    const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
    return new Pages(read, task, pages);
  }

  get count(): number {
    return this.#pages.length;
  }

  /** Draws a page, `zoom` times as large as on paper. Answers the canvas, and how to give up. */
  draw(
    at: number,
    zoom: number,
    fine = globalThis.devicePixelRatio || 1,
  ): { done: Promise<HTMLCanvasElement>; stop: () => void } {
    const page = this.#pages[at];
    const canvas = document.createElement('canvas');
    if (!page) return { done: Promise.resolve(canvas), stop: () => undefined };
    const { width, height } = page.getViewport({ scale: PIXELS * zoom });
    const coarser = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height * fine * fine)));
    const viewport = page.getViewport({ scale: PIXELS * zoom * fine * coarser });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = page.render({ canvas, viewport });
    return { done: task.promise.then(() => canvas), stop: () => task.cancel() };
  }

  /** Lays the words of a page over it, unseen, to be selected, found and read aloud. Answers an element per piece. */
  async lay(at: number, zoom: number, container: HTMLElement): Promise<readonly HTMLElement[]> {
    const page = this.#pages[at];
    if (!page) return [];
    const layer: TextLayer = new this.#read.TextLayer({
      textContentSource: await page.getTextContent(),
      container,
      viewport: page.getViewport({ scale: PIXELS * zoom }),
    });
    await layer.render();
    return layer.textDivs;
  }

  /** What every page says; asked of the file once. */
  words(): Promise<Piece[][]> {
    this.#words ??= Promise.all(
      this.#pages.map(async (page) => {
        const { items } = await page.getTextContent();
        return items.flatMap((item) => ('str' in item ? [{ words: item.str, ends: item.hasEOL }] : []));
      }),
    );
    return this.#words;
  }

  /** Lets go of the file. */
  close(): void {
    void this.#task.destroy();
  }
}
