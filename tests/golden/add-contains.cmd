mkdir add-contains && cd add-contains && cp -r ../shelf .
export XDG_DATA_HOME=$PWD/data-of-contains
unset DIPTYCH_COLLECTION
mkdir -p data-of-contains/diptych/library/articles clippings/deep two/clippings
printf 'title: Mine\ncontains: [%s, ../../../clippings, ../../../two/clippings, .., ., nowhere]\n' "$PWD/shelf" >data-of-contains/diptych/library/collection.yaml
echo 'A cutting about a lamp.' >clippings/deep/lamp.en.txt
echo 'Another lamp.' >two/clippings/lamp.en.txt
echo 'The own lamp.' >data-of-contains/diptych/library/articles/own.txt
echo '-- all'; "$DIPTYCH" list --format tsv | cut -f1
echo '-- search'; "$DIPTYCH" search --format tsv lamp | cut -f1,2,3
echo '-- by id'; "$DIPTYCH" show clippings/deep/lamp.en
echo '-- by path'; "$DIPTYCH" list --format tsv clippings/deep/lamp.en.txt | cut -f1
echo '-- by name'; "$DIPTYCH" list --collection clippings-2 --format tsv | cut -f1; "$DIPTYCH" list --collection shelf --format tsv | cut -f1; "$DIPTYCH" list --collection library --format tsv | wc -l | tr -d ' '
echo '-- named notes'; "$DIPTYCH" entities --format tsv | head -3
