document.documentElement.dataset.early = typeof window.sample;
