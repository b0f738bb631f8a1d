# The bundled collection, installed as it stands.

collectiondir = $(pkgdatadir)/collection
dist_collection_DATA = data/collection/collection.yaml data/collection/glossary.tsv \
	data/collection/answers.json

tutordir = $(pkgdatadir)/tutor
dist_tutor_DATA = data/tutor/tutor.en.md data/tutor/tutor.zh.md data/tutor/tutor.zh_TW.md

articlesdir = $(collectiondir)/articles
dist_articles_DATA = \
	data/collection/articles/11-main-opensky.en.md \
	data/collection/articles/11-main-opensky.zh.md \
	data/collection/articles/11-main-sale.en.md \
	data/collection/articles/11-main-sale.zh.md \
	data/collection/articles/going-global.en.md \
	data/collection/articles/going-global.zh.md \
	data/collection/articles/ma-us-exporters.en.md \
	data/collection/articles/ma-us-exporters.zh.md \
	data/collection/articles/questions.en.md \
	data/collection/articles/questions.zh.md \
	data/collection/articles/reading-guide.en.md \
	data/collection/articles/reading-guide.zh.md \
	data/collection/articles/timeline.en.md \
	data/collection/articles/timeline.zh.md \
	data/collection/articles/two-reports.en.md \
	data/collection/articles/two-reports.zh.md \
	data/collection/articles/weibo-stake.en.md \
	data/collection/articles/weibo-stake.zh.md

entitiesdir = $(collectiondir)/entities
dist_entities_DATA = \
	data/collection/entities/11-main-deal.md \
	data/collection/entities/11-main.md \
	data/collection/entities/alaska.md \
	data/collection/entities/alibaba.md \
	data/collection/entities/alipay.md \
	data/collection/entities/amazon.md \
	data/collection/entities/apple-pay.md \
	data/collection/entities/apple.md \
	data/collection/entities/auctiva.md \
	data/collection/entities/brazil.md \
	data/collection/entities/canaan.md \
	data/collection/entities/charles-chao.md \
	data/collection/entities/china.md \
	data/collection/entities/computerworld.md \
	data/collection/entities/david-wei.md \
	data/collection/entities/dennis-berman.md \
	data/collection/entities/dot-com-crash.md \
	data/collection/entities/ebay.md \
	data/collection/entities/etsy.md \
	data/collection/entities/europe.md \
	data/collection/entities/fab.md \
	data/collection/entities/facebook.md \
	data/collection/entities/fancy.md \
	data/collection/entities/general-electric.md \
	data/collection/entities/highland-capital.md \
	data/collection/entities/hong-kong-protests.md \
	data/collection/entities/hong-kong.md \
	data/collection/entities/india.md \
	data/collection/entities/indonesia.md \
	data/collection/entities/infomedia.md \
	data/collection/entities/jack-ma.md \
	data/collection/entities/joseph-tsai.md \
	data/collection/entities/lyft.md \
	data/collection/entities/nasdaq.md \
	data/collection/entities/new-york.md \
	data/collection/entities/opensky.md \
	data/collection/entities/pinterest.md \
	data/collection/entities/porter.md \
	data/collection/entities/providence-equity.md \
	data/collection/entities/raine-group.md \
	data/collection/entities/reuters.md \
	data/collection/entities/ron-conway.md \
	data/collection/entities/russia.md \
	data/collection/entities/savio-kwan.md \
	data/collection/entities/silicon-valley.md \
	data/collection/entities/sina-weibo.md \
	data/collection/entities/sina.md \
	data/collection/entities/singlefeed.md \
	data/collection/entities/snapchat.md \
	data/collection/entities/switzerland.md \
	data/collection/entities/taiwan.md \
	data/collection/entities/techcrunch.md \
	data/collection/entities/the-economist.md \
	data/collection/entities/twitter.md \
	data/collection/entities/united-states.md \
	data/collection/entities/vendio.md \
	data/collection/entities/vietnam.md \
	data/collection/entities/wall-street-journal.md \
	data/collection/entities/walmart.md \
	data/collection/entities/washington-state.md \
	data/collection/entities/weibo-deal.md \
	data/collection/entities/zulily.md

# Fetches what is not bundled, for ./bootstrap.
EXTRA_DIST += data/cedict.sh

# Completions for the shells, which ask the program what there is.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = data/completions/diptych.bash
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = data/completions/_diptych
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = data/completions/diptych.fish

# What menus and software centres show.
desktopdir = $(datadir)/applications
dist_desktop_DATA = data/desktop/diptych.desktop
metainfodir = $(datadir)/metainfo
dist_metainfo_DATA = data/desktop/diptych.metainfo.xml
icondir = $(datadir)/icons/hicolor/scalable/apps
dist_icon_DATA = data/desktop/diptych.svg

dist_doc_DATA = README NEWS COPYING

# The pictures that README names; tests/pty/test_readme draws them.
screensdir = $(docdir)/data/screens
dist_screens_DATA = data/screens/comparison-dark.svg data/screens/comparison-light.svg \
	data/screens/coverage-dark.svg data/screens/coverage-light.svg \
	data/screens/hinge-dark.svg data/screens/hinge-light.svg \
	data/screens/look-up-dark.svg data/screens/look-up-light.svg

# Templates for those who make packages: data/packaging/README.packaging.
EXTRA_DIST += data/packaging

# make dist writes the tarball's checksum, and signs that where gpg has a key to sign with.
DIST_TARGETS = dist-xz checksum
checksum: dist-xz
	sh $(srcdir)/data/packaging/checksum.sh $(distdir).tar.xz

# A Debian package of the tarball in the folder package, and what lintian says of it.
deb: dist
	sh $(srcdir)/data/packaging/deb.sh $(PACKAGE) $(VERSION)
.PHONY: checksum deb
