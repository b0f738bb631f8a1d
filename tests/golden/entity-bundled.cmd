COLUMNS=64 "$DIPTYCH" entity --collection "$COLLECTION" 蔡崇信
