printf "China's Redwood will build a plant in Harwick, the company said on Tuesday.\n" >plant.txt; "$DIPTYCH" --collection "$COLLECTION" quotes --format tsv plant.txt | cut -f5-7
