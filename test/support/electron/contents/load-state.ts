/** Whether a page is loading: the navigation under way, and the frames whose documents are not complete. */
export class LoadState {
  private pending: string | undefined;
  private readonly frames = new Set<string>();
  private before = false;
  private readonly onChange: (loading: boolean) => void;

  constructor(onChange: (loading: boolean) => void) {
    this.onChange = onChange;
  }

  get loading(): boolean {
    return this.navigating || this.frames.size > 0;
  }
  /** Whether the main frame is on its way to another document. */
  get navigating(): boolean {
    return this.pending !== undefined;
  }
  isLoading(frameId: string): boolean {
    return this.frames.has(frameId);
  }

  start(loaderId: string): void {
    this.pending = loaderId;
    this.tell();
  }
  /** The navigation led to a document, or to none; without a loader whichever it was. */
  end(loaderId?: string): void {
    if (loaderId !== undefined && this.pending !== undefined && loaderId !== this.pending && this.pending !== '')
      return;
    this.pending = undefined;
    this.tell();
  }
  frame(frameId: string, loading: boolean): void {
    if (loading) this.frames.add(frameId);
    else this.frames.delete(frameId);
    this.tell();
  }
  clear(): void {
    this.pending = undefined;
    this.frames.clear();
    this.tell();
  }

  private tell(): void {
    if (this.loading === this.before) return;
    this.before = this.loading;
    this.onChange(this.before);
  }
}
