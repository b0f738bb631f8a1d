mkdir -p check-pages
printf '<html><head><title>Ferry closes</title></head><body><article><h1>Ferry closes</h1><p>The <a href="/people">council</a> of Lower Marsh, which <a href="fares.html">sets the fares</a>, closes the ferry in June.</p></article></body></html>' >check-pages/page.html
printf '# Fares\n\nThey are [listed](fares.html) elsewhere.\n' >check-pages/fares.md
"$DIPTYCH" check check-pages 2>&1
